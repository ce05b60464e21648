// The examples of x12/invalid-tax-number.
import { checkExamples } from './kit';

checkExamples('x12/invalid-tax-number');
