// The examples of x12/invalid-frequency.
import { checkExamples } from './kit';

checkExamples('x12/invalid-frequency');
