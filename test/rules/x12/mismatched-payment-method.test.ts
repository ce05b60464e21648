// The examples of x12/mismatched-payment-method.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-payment-method');
