// The examples of x12/invalid-question.
import { checkExamples } from './kit';

checkExamples('x12/invalid-question');
