// The examples of rule x12/invalid-hipps.
import { checkExamples } from './kit';

checkExamples('x12/invalid-hipps');
