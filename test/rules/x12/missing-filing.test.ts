// The examples of x12/missing-filing.
import { checkExamples } from './kit';

checkExamples('x12/missing-filing');
