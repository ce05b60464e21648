// The examples of x12/missing-stay.
import { checkExamples } from './kit';

checkExamples('x12/missing-stay');
