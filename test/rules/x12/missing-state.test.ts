// The examples of x12/missing-state.
import { checkExamples } from './kit';

checkExamples('x12/missing-state');
