// x12/missing-detail.
import { checkExamples } from './kit';

checkExamples('x12/missing-detail');
