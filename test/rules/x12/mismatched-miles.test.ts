// The examples of x12/mismatched-miles.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-miles');
