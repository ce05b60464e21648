// The examples of x12/invalid-loinc.
import { checkExamples } from './kit';

checkExamples('x12/invalid-loinc');
