// The examples of x12/missing-relationship.
import { checkExamples } from './kit';

checkExamples('x12/missing-relationship');
