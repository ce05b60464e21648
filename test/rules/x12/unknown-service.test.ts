// The examples of x12/unknown-service.
import { checkExamples } from './kit';

checkExamples('x12/unknown-service');
