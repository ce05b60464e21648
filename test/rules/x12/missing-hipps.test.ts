// The examples of rule x12/missing-hipps.
import { checkExamples } from './kit';

checkExamples('x12/missing-hipps');
