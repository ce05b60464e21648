// The examples of x12/unknown-line.
import { checkExamples } from './kit';

checkExamples('x12/unknown-line');
