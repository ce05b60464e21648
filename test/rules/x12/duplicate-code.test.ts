// The examples of x12/duplicate-code.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-code');
