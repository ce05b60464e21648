// The examples of x12/duplicate-claim-answer.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-claim-answer');
