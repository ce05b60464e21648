// The examples of x12/mismatched-allowed.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-allowed');
