// The examples of x12/misplaced-original-number.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-original-number');
