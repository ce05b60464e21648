// The examples of x12/mismatched-prior-line.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-prior-line');
