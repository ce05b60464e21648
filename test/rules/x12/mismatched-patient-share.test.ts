// The examples of x12/mismatched-patient-share.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-patient-share');
