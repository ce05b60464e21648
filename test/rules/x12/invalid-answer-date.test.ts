// The examples of x12/invalid-answer-date.
import { checkExamples } from './kit';

checkExamples('x12/invalid-answer-date');
