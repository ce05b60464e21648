// The examples of x12/invalid-contact.
import { checkExamples } from './kit';

checkExamples('x12/invalid-contact');
