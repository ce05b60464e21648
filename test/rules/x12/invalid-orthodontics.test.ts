// The examples of rule x12/invalid-orthodontics.
import { checkExamples } from './kit';

checkExamples('x12/invalid-orthodontics');
