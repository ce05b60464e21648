// The examples of x12/unknown-hospital-code.
import { checkExamples } from './kit';

checkExamples('x12/unknown-hospital-code');
