// The examples of x12/mismatched-patient-status.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-patient-status');
