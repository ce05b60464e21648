// The examples of x12/invalid-claim-number.
import { checkExamples } from './kit';

checkExamples('x12/invalid-claim-number');
