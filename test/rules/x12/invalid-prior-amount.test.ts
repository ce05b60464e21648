// The examples of rule x12/invalid-prior-amount.
import { checkExamples } from './kit';

checkExamples('x12/invalid-prior-amount');
