// The examples of x12/mismatched-accepted-amount.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-accepted-amount');
