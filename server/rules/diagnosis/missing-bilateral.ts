// Both sides of one disease are one code, where there is one.
import type { CodeEntry, CodeSets } from '../../../codesets/code-set';
import type { Claim } from '../../model/claim';
import { diagnosisLanding, sideOf } from '../../model/diagnosis-codes';
import { sideOfModifier } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses', 'lines'],
  severity: 'information',
  since: '0.2.0',
  title: 'A disease of both sides is one code, where there is one',
  why: 'Where a code for both sides exists, the two codes for a side each are not used together: payers ask, or count a disease twice.',
  cites: ['ICD-10-CM Official Guidelines, section I.B.13'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.11\n  B  M17.12\nservices\n  99213  AB  145.00'],
  good: [
    'diagnoses\n  A  M17.0',
    'diagnoses\n  A  M25.511\n  B  M25.512',
    'diagnoses\n  A  M17.11\n  B  M17.12\nservices\n  20610-RT  A  110.00\n  20610-LT  B  110.00',
  ],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || position === 1 || claim.day === undefined) return;
    const own = entryOf(code.value, claim.day, codes);
    const side = own && sideOf(own.title);
    if (!own || !side) return;
    const other = claim.diagnoses.slice(0, position - 1).find((one) => {
      const entry = one.code && entryOf(one.code.value, claim.day ?? '', codes),
        otherSide = entry && sideOf(entry.title);
      return entry && otherSide && otherSide !== side && wordsOf(entry.title) === wordsOf(own.title);
    });
    if (!other?.code || isTreatedBySide(claim, [position, other.position])) return;
    const words = wordsOf(own.title);
    const both = codes
      .parents('icd-10-cm', own.code, claim.day)
      .filter((parent) => parent.code.length >= 3)
      .flatMap((parent) => codes.children('icd-10-cm', parent.code, claim.day ?? ''))
      .find((entry) => entry.billable && /\bbilateral\b/i.test(entry.title) && wordsOf(entry.title) === words);
    if (both)
      report(
        code,
        `${own.code} and ${other.code.value.toUpperCase()} are the two sides of one disease: ${both.code} is both`,
        diagnosisLanding(position),
      );
  },
});

function entryOf(code: string, day: string, codes: CodeSets): CodeEntry | undefined {
  const answer = codes.find('icd-10-cm', code, day);
  return answer.status === 'active' ? answer.entry : undefined;
}

/** What a title says besides the side. */
function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:right|left|bilateral|unilateral|of|the|sides?)\b|,/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}

/** A service of one side points at the code of that side: then the two tell what each was for. */
function isTreatedBySide({ services }: Claim, positions: readonly number[]): boolean {
  return services.some(
    ({ modifiers, pointed }) => modifiers.some(({ value }) => sideOfModifier(value)) && positions.some((one) => pointed.includes(one)),
  );
}
