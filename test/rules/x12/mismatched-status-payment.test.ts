// The examples of x12/mismatched-status-payment.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-status-payment');
