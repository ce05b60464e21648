// The examples of x12/missing-attending.
import { checkExamples } from './kit';

checkExamples('x12/missing-attending');
