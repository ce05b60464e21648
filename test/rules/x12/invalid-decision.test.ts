// The examples of x12/invalid-decision.
import { checkExamples } from './kit';

checkExamples('x12/invalid-decision');
