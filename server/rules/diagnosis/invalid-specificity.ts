// A diagnosis is coded to the last character.
import { diagnosisKey, diagnosisLanding, lacksOnlySeventh } from '../../model/diagnosis-codes';
import type { CodeEntry } from '../../../codesets/code-set';
import { type RuleContext, replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'A diagnosis is coded to the last character',
  why: 'A category is a heading, not a code: a payer refuses a claim with a code that has more characters to give.',
  cites: ['ICD-10-CM Official Guidelines, section I.B.2', '45 CFR 162.1002'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.1\n  B  E11.65', 'diagnoses\n  A  E11\n  B  E11.65'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || claim.day === undefined) return;
    const answer = codes.find('icd-10-cm', code.value, claim.day);
    if (answer.status !== 'active' || answer.entry.billable) return;
    const below = codes.children('icd-10-cm', answer.entry.code, claim.day);
    // Codes that only lack their seventh character have a rule of their own.
    if (lacksOnlySeventh(answer.entry.title, below)) return;
    report(code, `${answer.entry.code} is a category, not a code: choose one below it`, {
      ...diagnosisLanding(position),
      // No list here speaks for the day: the code may then have been one to bill.
      ...(answer.unsure && !wasCategory(answer.entry.code, below, claim.day) ? { severity: 'warning' } : {}),
      fixes: leaves(below, codes, claim.day).map((entry) => replace(code, entry.code, `Change to ${entry.code} ${entry.title}`)),
    });
  },
});

/** Since then no category of three signs has got codes of five or more below it. */
const SETTLED = '2017-10-01';
/** Of all others it is known since then which were divided, and when. */
const KNOWN = '2023-10-01';
const DIVIDED: Readonly<Record<string, string>> = {
  '2024-10-01':
    'C8339 C860 C861 C862 C863 C864 C865 C866 C880 C882 C883 C884 C888 C889 E340 E668 F5001 F5002 F502 F5081 G908 K603 K604 K605 L298 ' +
    'L661 L668 M5136 M5137 M659 Q238 Z597 Z86010',
  '2025-10-01': 'B880 D71 E7253 E7801 E881 G35 H018 Q898 Q998 R102 R768 Z408 Z5986 Z841 Z91011 Z91012',
  '2026-10-01': 'D691 I420 I428 I498 M722 M868X1 M868X2 M868X3 M868X4 M868X5 M868X6 M868X7 M868X8 Z681 Z87890',
};

/** Was it a category on that day as well, whatever list is here? */
function wasCategory(code: string, below: readonly CodeEntry[], day: string): boolean {
  if (code.length === 3 && day >= SETTLED && below.some((entry) => !entry.billable)) return true;
  if (day < KNOWN) return false;
  const key = diagnosisKey(code);
  return Object.entries(DIVIDED).every(([since, codes]) => day >= since || !codes.split(' ').includes(key));
}

const MOST = 12;

/** The codes that can be billed below some entries, in order, up to a handful. */
function leaves(entries: readonly CodeEntry[], codes: RuleContext['codes'], day: string, found: CodeEntry[] = []): CodeEntry[] {
  for (const entry of entries) {
    if (found.length >= MOST) break;
    if (entry.billable) found.push(entry);
    else leaves(codes.children('icd-10-cm', entry.code, day), codes, day, found);
  }
  return found;
}
