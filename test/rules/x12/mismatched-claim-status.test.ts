// The examples of x12/mismatched-claim-status.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-claim-status');
