// The examples of x12/invalid-uncovered.
import { checkExamples } from './kit';

checkExamples('x12/invalid-uncovered');
