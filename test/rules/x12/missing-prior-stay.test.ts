// The examples of rule x12/missing-prior-stay.
import { checkExamples } from './kit';

checkExamples('x12/missing-prior-stay');
