// The examples of x12/mismatched-order.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-order');
