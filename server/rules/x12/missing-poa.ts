// A hospital says of each diagnosis of a stay whether it was there at the admission.
import { diagnosisKey, dottedDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

/** Families that are exempt as a whole, for machines without CMS's list; what begins with V to Z is left to that list. */
const EXEMPT = /^(?:B9[0-4]|E64|I252|I69|O09|O80|O94|Q|[V-Z])/;
/** Later encounters and sequelae of injuries. */
const LATER_INJURY = /^[ST]\w{5}[D-S]$/;
const DIAGNOSES = new Set(['ABK', 'ABF', 'ABN']);
const POA = 8;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['diagnoses'],
  severity: 'warning',
  since: '0.2.0',
  title: 'Each diagnosis of a hospital stay says whether it was present on admission',
  why: 'Medicare returns a bill without it: what came up in the hospital may be paid for differently. Some diagnoses are exempt.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 23, section 10.8 (present on admission)',
    'ASC X12N 837I 005010X223A2, loop 2300 HI01-9',
  ],
  paper: '67',
  transaction: '2300 HI01-9',
  bad: ['837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*ABK:M1711', '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*ABK:M1711:::::::Y*ABF:I10'],
  good: [
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*ABK:M1711:::::::Y',
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*ABK:M1711:::::::Y*ABF:Z794',
    '837I\nCLM*E2001*500***13:A:1**A*Y*Y\nHI*ABK:M1711',
  ],
  check({ sent, day }, { report, codes }) {
    if (sent?.place.value !== '11' || day === undefined) return;
    const all = sent.codes.filter(({ qualifier, code }) => DIAGNOSES.has(qualifier.value) && code.value !== '');
    // Not every payer asks; who tells it of one diagnosis has to tell it of all.
    const tells = all.some(({ parts }) => (parts[POA]?.value ?? '') !== '');
    for (const { code, parts } of all) {
      const key = diagnosisKey(code.value);
      const listed = codes.fact('icd-10-cm', 'poa-exempt', key, day)?.exempt === 'yes';
      const told = (parts[POA]?.value ?? '') !== '';
      if (told || listed || EXEMPT.test(key) || LATER_INJURY.test(key)) continue;
      report(code, `${dottedDiagnosis(key)} does not say whether it was present on admission: Y, N, U or W`, {
        severity: tells ? 'error' : 'warning',
      });
    }
  },
});
