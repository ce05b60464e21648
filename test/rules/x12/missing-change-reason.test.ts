// The examples of rule x12/missing-change-reason.
import { checkExamples } from './kit';

checkExamples('x12/missing-change-reason');
