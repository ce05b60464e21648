// The examples of x12/duplicate-invoice.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-invoice');
