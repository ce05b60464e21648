// The examples of x12/invalid-clia.
import { checkExamples } from './kit';

checkExamples('x12/invalid-clia');
