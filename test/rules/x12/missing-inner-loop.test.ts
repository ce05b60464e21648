// The examples of x12/missing-inner-loop.
import { checkExamples } from './kit';

checkExamples('x12/missing-inner-loop');
