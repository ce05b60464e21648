// The examples of rule x12/missing-value-code.
import { checkExamples } from './kit';

checkExamples('x12/missing-value-code');
