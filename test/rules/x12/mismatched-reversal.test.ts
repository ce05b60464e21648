// The examples of x12/mismatched-reversal.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-reversal');
