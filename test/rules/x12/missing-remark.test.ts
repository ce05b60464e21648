// The examples of x12/missing-remark.
import { checkExamples } from './kit';

checkExamples('x12/missing-remark');
