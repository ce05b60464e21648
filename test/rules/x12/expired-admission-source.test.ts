// The examples of rule x12/expired-admission-source.
import { checkExamples } from './kit';

checkExamples('x12/expired-admission-source');
