// The examples of x12/duplicate-order.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-order');
