// The examples of rule x12/invalid-country.
import { checkExamples } from './kit';

checkExamples('x12/invalid-country');
