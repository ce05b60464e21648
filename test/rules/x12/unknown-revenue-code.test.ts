// The examples of x12/unknown-revenue-code.
import { checkExamples } from './kit';

checkExamples('x12/unknown-revenue-code');
