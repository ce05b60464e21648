// The examples of x12/mismatched-member-count.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-member-count');
