// The examples of x12/missing-prior-payment.
import { checkExamples } from './kit';

checkExamples('x12/missing-prior-payment');
