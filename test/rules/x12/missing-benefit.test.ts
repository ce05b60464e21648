// The examples of x12/missing-benefit.
import { checkExamples } from './kit';

checkExamples('x12/missing-benefit');
