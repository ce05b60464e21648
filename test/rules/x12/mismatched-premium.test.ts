// The examples of x12/mismatched-premium.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-premium');
