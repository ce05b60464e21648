// The examples of x12/mismatched-member.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-member');
