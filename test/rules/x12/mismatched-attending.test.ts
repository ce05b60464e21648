// The examples of rule x12/mismatched-attending.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-attending');
