// The examples of x12/mismatched-acknowledgement.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-acknowledgement');
