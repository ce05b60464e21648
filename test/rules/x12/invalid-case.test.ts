// The examples of x12/invalid-case.
import { checkExamples } from './kit';

checkExamples('x12/invalid-case');
