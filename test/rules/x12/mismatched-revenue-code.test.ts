// The examples of rule x12/mismatched-revenue-code.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-revenue-code');
