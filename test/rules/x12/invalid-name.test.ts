// The examples of x12/invalid-name.
import { checkExamples } from './kit';

checkExamples('x12/invalid-name');
