// The examples of x12/misplaced-gap.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-gap');
