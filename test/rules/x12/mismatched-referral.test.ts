// The examples of x12/mismatched-referral.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-referral');
