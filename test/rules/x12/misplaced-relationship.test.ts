// The examples of x12/misplaced-relationship.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-relationship');
