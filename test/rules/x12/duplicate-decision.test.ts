// The examples of rule x12/duplicate-decision.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-decision');
