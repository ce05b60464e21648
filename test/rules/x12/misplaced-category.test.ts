// The examples of x12/misplaced-category.
import { checkExamples } from './kit';

checkExamples('x12/misplaced-category');
