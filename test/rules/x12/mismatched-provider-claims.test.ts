// The examples of x12/mismatched-provider-claims.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-provider-claims');
