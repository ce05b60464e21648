// The examples of x12/misplaced-line-date.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-line-date');
