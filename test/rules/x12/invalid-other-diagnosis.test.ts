// The examples of x12/invalid-other-diagnosis.
import { checkExamples } from './kit';

checkExamples('x12/invalid-other-diagnosis');
