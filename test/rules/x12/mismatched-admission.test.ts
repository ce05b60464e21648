// The examples of x12/mismatched-admission.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-admission');
