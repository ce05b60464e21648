// The examples of x12/missing-transport.
import { checkExamples } from './kit';

checkExamples('x12/missing-transport');
