// Each patient of an eligibility inquiry is asked about something, each of its answer is told something.
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['270', '271'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'Each patient of an eligibility question is asked about, and answered',
  why: 'A payer refuses a question that asks nothing, and an answer without benefits or a reason helps nobody.',
  cites: ['ASC X12N 270/271 005010X279A1, loops 2110C and 2110D, AAA of all levels'],
  transaction: '2110C EQ',
  bad: [
    `270
no EQ`,
    `271
no EB*6`,
  ],
  good: [
    `270
EQ*30`,
  ],
  check({ document, transaction, source }, { report }) {
    const isQuestion = transaction.type === '270';
    const wanted = isQuestion ? 'EQ' : 'EB';
    const row = x12Row(document, source, transaction.first);
    let patient: { readonly at: Value<string>; readonly level: string; told: boolean } | undefined;
    let refused = false;
    const close = (next: string): void => {
      // A subscriber whose dependents follow is not the patient.
      if (patient && !patient.told && !(patient.level === '22' && next === '23'))
        report(
          patient.at,
          isQuestion
            ? 'Nothing is asked about this patient: EQ is missing'
            : 'Nothing is said of this patient: neither benefits (EB) nor a reason (AAA)',
        );
      patient = undefined;
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'HL') {
        const level = row.text(3);
        close(level);
        if (level === '20' || level === '21') refused = level === '21' && refused;
        if (level === '22' || level === '23') patient = { at: row.at(3), level, told: refused };
      } else if (id === wanted && patient) patient.told = true;
      else if (id === 'AAA' && !isQuestion) {
        if (patient) patient.told = true;
        else refused = true;
      } else if (id === 'SE') close('');
    }
  },
});
