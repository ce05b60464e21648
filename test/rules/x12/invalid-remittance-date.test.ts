// The examples of x12/invalid-remittance-date.
import { checkExamples } from './kit';

checkExamples('x12/invalid-remittance-date');
