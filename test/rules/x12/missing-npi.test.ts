// The examples of x12/missing-npi.
import { checkExamples } from './kit';

checkExamples('x12/missing-npi');
