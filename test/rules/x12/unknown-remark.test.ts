// The examples of x12/unknown-remark.
import { checkExamples } from './kit';

checkExamples('x12/unknown-remark');
