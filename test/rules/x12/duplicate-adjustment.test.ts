// The examples of x12/duplicate-adjustment.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-adjustment');
