// x12/invalid-admission.
import { checkExamples } from './kit';

checkExamples('x12/invalid-admission');
