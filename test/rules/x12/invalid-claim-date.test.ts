// The examples of x12/invalid-claim-date.
import { checkExamples } from './kit';

checkExamples('x12/invalid-claim-date');
