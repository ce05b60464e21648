// The examples of x12/mismatched-payment.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-payment');
