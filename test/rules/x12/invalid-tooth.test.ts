// The examples of x12/invalid-tooth.
import { checkExamples } from './kit';

checkExamples('x12/invalid-tooth');
