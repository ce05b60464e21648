// The examples of x12/mismatched-prior-payment.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-prior-payment');
