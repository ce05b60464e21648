// The examples of x12/missing-decision.
import { checkExamples } from './kit';

checkExamples('x12/missing-decision');
