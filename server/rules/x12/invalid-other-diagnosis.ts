// Admitting diagnosis, reason for the visit and external cause are codes, too.
import { isExternalCause, mayBeDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

const WORDS: Readonly<Record<string, string>> = {
  ABJ: 'The admitting diagnosis',
  APR: 'The reason for the visit',
  ABN: 'The external cause',
};

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['diagnoses'],
  severity: 'error',
  since: '0.2.0',
  title: 'Admitting diagnosis, reason for the visit and external cause are codes of their day',
  why: 'A payer checks every diagnosis of a claim, not only those that say what is treated.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'ASC X12N 837I 005010X223A2, loop 2300 HI*ABJ, APR and ABN'],
  paper: '69',
  transaction: '2300 HI01-2',
  bad: ['837I\nHI*APR:12345', '837I\nHI*APR:M1788', '837I\nHI*APR:E11', '837I\nafter HI*APR: HI*ABN:I10'],
  good: ['837I\nHI*APR:M25561', '837I\nafter HI*APR: HI*ABN:W19XXXA'],
  check({ sent, day }, { report, codes }) {
    if (!sent || day === undefined) return;
    for (const { qualifier, code } of sent.codes) {
      const what = WORDS[qualifier.value];
      // A dot has a rule of its own.
      if (!what || code.value === '' || code.value.includes('.')) continue;
      const answer = codes.find('icd-10-cm', code.value, day);
      if (!mayBeDiagnosis(code.value)) report(code, `${what}, ${code.value}, is not a diagnosis code`);
      else if ((qualifier.value === 'ABN') !== isExternalCause(code.value))
        report(
          code,
          qualifier.value === 'ABN'
            ? `${code.value} is not an external cause (V00 to Y99)`
            : `${what}, ${code.value}, is an external cause`,
        );
      else if (answer.status === 'unknown')
        report(
          code,
          answer.unsure
            ? `${what}, ${code.value}, is not in the codes on this machine`
            : `There is no diagnosis code ${code.value} on ${day}`,
          { severity: answer.unsure ? 'warning' : 'error' },
        );
      else if (answer.status === 'retired') report(code, `${what}, ${code.value}, is not in force on ${day}`);
      else if (!answer.entry.billable) report(code, `${what}, ${code.value}, is not coded to the last character`);
    }
  },
});
