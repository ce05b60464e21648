// The examples of x12/missing-first-payer.
import { checkExamples } from './kit';

checkExamples('x12/missing-first-payer');
