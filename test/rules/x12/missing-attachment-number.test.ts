// The examples of x12/missing-attachment-number.
import { checkExamples } from './kit';

checkExamples('x12/missing-attachment-number');
