// The examples of x12/missing-city.
import { checkExamples } from './kit';

checkExamples('x12/missing-city');
