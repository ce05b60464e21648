// The examples of x12/misplaced-accident.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-accident');
