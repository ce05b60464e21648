// The examples of x12/duplicate-claim-number.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-claim-number');
