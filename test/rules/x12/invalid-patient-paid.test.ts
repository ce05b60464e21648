// The examples of x12/invalid-patient-paid.
import { checkExamples } from './kit';

checkExamples('x12/invalid-patient-paid');
