// The examples of x12/unknown-payer.
import { checkExamples } from './kit';

checkExamples('x12/unknown-payer');
