// The examples of x12/duplicate-provider.
import { checkExamples } from './kit';

checkExamples('x12/duplicate-provider');
