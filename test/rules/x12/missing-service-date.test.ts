// The examples of x12/missing-service-date.
import { checkExamples } from './kit';

checkExamples('x12/missing-service-date');
