// The examples of x12/invalid-range.
import { checkExamples } from './kit';

checkExamples('x12/invalid-range');
