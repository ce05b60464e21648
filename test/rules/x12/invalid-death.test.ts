// The examples of x12/invalid-death.
import { checkExamples } from './kit';

checkExamples('x12/invalid-death');
