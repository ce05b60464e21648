// The examples of x12/duplicate-member.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-member');
