// The examples of x12/mismatched-provider-total.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-provider-total');
