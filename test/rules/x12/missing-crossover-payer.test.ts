// The examples of x12/missing-crossover-payer.
import { checkExamples } from './kit';

checkExamples('x12/missing-crossover-payer');
