// Every service points at the diagnosis that explains it.
import { diagnosisLetter } from '../../model/diagnosis-codes';
import { rule } from '../rule';

export default rule({
  on: 'service',
  forms: ['professional'],
  only: 'encounter',
  lacks: ['service'],
  severity: 'error',
  since: '0.1.0',
  title: 'Every service points at a diagnosis',
  why: 'A payer refuses a line that does not say why it was needed.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV107', 'CMS Medicare Claims Processing Manual, chapter 26, item 24E'],
  paper: '24E',
  transaction: '2400 SV107',
  bad: ['services\n  99213  145.00'],
  good: ['services\n  99213  AB  145.00'],
  check({ claim, service: { code, modifiers, pointers } }, { report }) {
    if (!code || pointers.length > 0 || claim.diagnoses.length === 0) return;
    const end = (modifiers.at(-1) ?? code).span.end;
    const fixes = claim.diagnoses.slice(0, 4).map((diagnosis) => {
      const letter = diagnosisLetter(diagnosis);
      return {
        title: `Point to ${letter}${diagnosis.code ? ` ${diagnosis.code.value}` : ''}`,
        safe: false,
        edits: [{ span: { start: end, end }, text: `  ${letter}` }],
      };
    });
    report(code, `${code.value} points at no diagnosis`, { fixes: claim.origin === 'encounter' ? fixes : [] });
  },
});
