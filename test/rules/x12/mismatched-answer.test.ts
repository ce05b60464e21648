// The examples of x12/mismatched-answer.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-answer');
