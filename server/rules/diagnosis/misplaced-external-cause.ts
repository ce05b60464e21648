// An external cause is never the first diagnosis.
import { diagnosisLanding, diagnosisLetter, isExternalCause } from '../../model/diagnosis-codes';
import type { Claim } from '../../model/claim';
import type { Diagnosis } from '../../model/definitions';
import type { Edit } from '../../syntax/tree';
import { type Fix, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'An external cause (V00–Y99) is never the first diagnosis',
  why: 'It tells how an injury came about; the injury itself comes first. A payer refuses a claim that begins with it.',
  cites: ['ICD-10-CM Official Guidelines, section I.C.20.a.6'],
  paper: '21',
  transaction: '2300 HI',
  bad: [
    `
diagnoses
  A  W19.XXXA
  B  M17.11
services
  99213-25  BA  145.00
  20610-RT  B  110.00
`,
    `
diagnoses
  A  W19.XXXA
services
  99213  A  145.00
`,
  ],
  good: ['diagnoses\n  A  M17.11\n  B  W19.XXXA'],
  check({ claim, diagnosis }, { report }) {
    const { code, position } = diagnosis;
    if (!code || position !== 1 || !isExternalCause(code.value)) return;
    const reason = claim.diagnoses.find((one) => one.code && !isExternalCause(one.code.value));
    report(code, `${code.value.toUpperCase()} tells the cause of an injury: the injury comes first`, {
      ...diagnosisLanding(position),
      fixes: reason ? exchange(claim, diagnosis, reason) : [],
    });
  },
});

/** Changes the places of two diagnoses, and the letters that point at them. */
function exchange(claim: Claim, one: Diagnosis, other: Diagnosis): Fix[] {
  if (claim.origin !== 'encounter' || !one.code || !other.code) return [];
  const span = ({ code, description }: Diagnosis) => ({ start: code?.span.start ?? 0, end: (description ?? code)?.span.end ?? 0 });
  const { text } = claim.source;
  const [first, second] = [span(one), span(other)];
  const edits: Edit[] = [
    { span: first, text: text.slice(second.start, second.end) },
    { span: second, text: text.slice(first.start, first.end) },
  ];
  for (const { pointers, pointed } of claim.services) {
    pointers.forEach((pointer, i) => {
      if (pointed[i] === one.position) edits.push({ span: pointer.span, text: diagnosisLetter(other) });
      if (pointed[i] === other.position) edits.push({ span: pointer.span, text: diagnosisLetter(one) });
    });
  }
  return [{ title: `Put ${other.code.value} first`, safe: false, edits }];
}
