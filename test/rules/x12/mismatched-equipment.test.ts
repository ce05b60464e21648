// The examples of x12/mismatched-equipment.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-equipment');
