// The examples of x12/invalid-payee.
import { checkExamples } from './kit';

checkExamples('x12/invalid-payee');
