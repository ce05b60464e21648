// The examples of x12/missing-former-name.
import { checkExamples } from './kit';

checkExamples('x12/missing-former-name');
