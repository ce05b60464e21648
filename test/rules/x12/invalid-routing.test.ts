// The examples of x12/invalid-routing.
import { checkExamples } from './kit';

checkExamples('x12/invalid-routing');
