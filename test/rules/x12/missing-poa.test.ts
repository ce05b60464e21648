// The examples of x12/missing-poa.
import { checkExamples } from './kit';

checkExamples('x12/missing-poa');
