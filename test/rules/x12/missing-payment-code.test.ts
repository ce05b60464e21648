// The examples of rule x12/missing-payment-code.
import { checkExamples } from './kit';

checkExamples('x12/missing-payment-code');
