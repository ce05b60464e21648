// The examples of x12/mismatched-total.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-total');
