// The examples of x12/expired-qualifier.
import { checkExamples } from './kit';

checkExamples('x12/expired-qualifier');
