// The examples of x12/invalid-occurrence.
import { checkExamples } from './kit';

checkExamples('x12/invalid-occurrence');
