// The examples of x12/missing-assessment.
import { checkExamples } from './kit';

checkExamples('x12/missing-assessment');
