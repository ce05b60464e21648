// The examples of x12/invalid-envelope.
import { checkExamples } from './kit';

checkExamples('x12/invalid-envelope');
