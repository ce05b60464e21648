// The examples of x12/mismatched-action.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-action');
