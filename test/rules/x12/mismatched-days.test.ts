// The examples of x12/mismatched-days.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-days');
