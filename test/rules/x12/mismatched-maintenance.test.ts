// The examples of x12/mismatched-maintenance.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-maintenance');
