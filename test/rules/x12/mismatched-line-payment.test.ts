// The examples of x12/mismatched-line-payment.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-line-payment');
