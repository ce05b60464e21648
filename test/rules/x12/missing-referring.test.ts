// The examples of rule x12/missing-referring.
import { checkExamples } from './kit';

checkExamples('x12/missing-referring');
