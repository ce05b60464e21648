// The examples of x12/mismatched-accepted-count.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-accepted-count');
