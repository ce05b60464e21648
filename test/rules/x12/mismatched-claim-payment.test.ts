// The examples of x12/mismatched-claim-payment.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-claim-payment');
