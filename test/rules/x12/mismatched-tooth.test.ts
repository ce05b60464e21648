// The examples of x12/mismatched-tooth.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-tooth');
