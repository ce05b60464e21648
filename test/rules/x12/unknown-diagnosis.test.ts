// The examples of x12/unknown-diagnosis.
import { checkExamples } from './kit';

checkExamples('x12/unknown-diagnosis');
