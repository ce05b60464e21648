// The examples of x12/duplicate-claim-payment.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-claim-payment');
