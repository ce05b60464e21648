// The examples of x12/expired-reason.
import { checkExamples } from './kit';

checkExamples('x12/expired-reason');
