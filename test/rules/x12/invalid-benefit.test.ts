// The examples of x12/invalid-benefit.
import { checkExamples } from './kit';

checkExamples('x12/invalid-benefit');
