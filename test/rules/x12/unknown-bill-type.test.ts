// The examples of x12/unknown-bill-type.
import { checkExamples } from './kit';

checkExamples('x12/unknown-bill-type');
