// The examples of x12/invalid-entity.
import { checkExamples } from './kit';

checkExamples('x12/invalid-entity');
