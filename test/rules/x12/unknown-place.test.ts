// The examples of x12/unknown-place.
import { checkExamples } from './kit';

checkExamples('x12/unknown-place');
