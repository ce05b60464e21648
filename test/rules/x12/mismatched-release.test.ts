// The examples of x12/mismatched-release.
import { checkExamples } from './kit';

checkExamples('x12/mismatched-release');
