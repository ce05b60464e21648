// The examples of x12/missing-casualty-number.
import { checkExamples } from './kit';

checkExamples('x12/missing-casualty-number');
