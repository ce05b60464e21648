// The examples of x12/missing-prior-date.
import { checkExamples } from './kit';

checkExamples('x12/missing-prior-date');
