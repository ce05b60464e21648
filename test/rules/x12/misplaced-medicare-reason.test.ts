// The examples of x12/misplaced-medicare-reason.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-medicare-reason');
