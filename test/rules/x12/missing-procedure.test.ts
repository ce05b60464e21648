// The examples of x12/missing-procedure.
import { checkExamples } from './kit';

checkExamples('x12/missing-procedure');
