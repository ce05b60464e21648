// The examples of x12/misplaced-dot.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-dot');
