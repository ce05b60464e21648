// Diagnosis codes go out without their dot.
import { replace, rule } from '../rule';

const DIAGNOSES = new Set(['ABK', 'ABF', 'ABJ', 'APR', 'ABN', 'BK', 'BF', 'BJ', 'PR', 'BN']);

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['diagnoses'],
  severity: 'error',
  since: '0.2.0',
  title: 'A diagnosis code has no dot in a file',
  why: 'The dot is for people: receivers look the code up without it and do not find it.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 HI01-2'],
  paper: '21',
  transaction: '2300 HI01-2',
  bad: ['HI*ABK:M17.11*ABF:E1165'],
  good: ['HI*ABK:M1711*ABF:E1165'],
  check({ sent }, { report }) {
    for (const { qualifier, code } of sent?.codes ?? []) {
      if (!code.value.includes('.') || !DIAGNOSES.has(qualifier.value)) continue;
      const plain = code.value.replaceAll('.', '');
      report(code, `In a file a diagnosis code has no dot: ${plain}`, { fixes: [replace(code, plain, `Change to ${plain}`, true)] });
    }
  },
});
