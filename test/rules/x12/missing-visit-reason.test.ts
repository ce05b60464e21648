// The examples of rule x12/missing-visit-reason.
import { checkExamples } from './kit';

checkExamples('x12/missing-visit-reason');
