// The examples of x12/invalid-request.
import { checkExamples } from './kit';

checkExamples('x12/invalid-request');
