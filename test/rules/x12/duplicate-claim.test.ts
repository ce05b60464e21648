// The examples of x12/duplicate-claim.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-claim');
