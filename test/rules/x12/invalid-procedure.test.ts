// The examples of x12/invalid-procedure.
import { checkExamples } from './kit';

checkExamples('x12/invalid-procedure');
