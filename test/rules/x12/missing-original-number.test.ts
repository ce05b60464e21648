// The examples of x12/missing-original-number.
import { checkExamples } from './kit';

checkExamples('x12/missing-original-number');
