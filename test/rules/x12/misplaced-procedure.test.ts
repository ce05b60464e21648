// The examples of x12/misplaced-procedure.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-procedure');
