// The examples of x12/missing-party.
import { checkExamples } from './kit';

checkExamples('x12/missing-party');
