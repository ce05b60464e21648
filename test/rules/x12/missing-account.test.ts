// The examples of x12/missing-account.
import { checkExamples } from './kit';

checkExamples('x12/missing-account');
