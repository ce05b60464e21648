// The examples of x12/mismatched-creation-date.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-creation-date');
