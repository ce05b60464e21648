// The examples of x12/mismatched-cover.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-cover');
