// Two diagnoses that the book keeps apart.
import type { CodeSets } from '../../../codesets/code-set';
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

interface Pair {
  readonly one: RegExp;
  readonly other: RegExp;
  readonly says: string;
  /** Nothing in a record can make both true. */
  readonly never?: true;
}

/** Pairs that contradict each other without the book. Keys without dot. */
const KNOWN: readonly Pair[] = [
  { one: /^I10$/, other: /^I1[1235]/, says: 'I10 is high blood pressure without the heart or the kidneys: the other code says more' },
  { one: /^I10$/, other: /^I50/, says: 'with heart failure, high blood pressure is I11.0, unless the record says that they are unrelated' },
  {
    one: /^I10$/,
    other: /^N18/,
    says: 'with kidney disease, high blood pressure is I12.-, unless the record says that they are unrelated',
  },
  { one: /^Z34/, other: /^O(?!80)/, says: 'Z34 is a pregnancy without complications, and there is one' },
  { one: /^O80$/, other: /^Z37[1-79]/, says: 'O80 is the birth of one living child: Z37.0 goes with it', never: true },
  { one: /^O80$/, other: /^Z3A(?:0[89]|[12]\d|3[0-6])/, says: 'O80 is a birth at full term, 37 weeks and more', never: true },
  { one: /^U071$/, other: /^Z20822$/, says: 'who has covid is not coded as having met it' },
  { one: /^Z0000/, other: /^Z0001/, says: 'an examination is either with or without abnormal findings' },
  { one: /^Z00129/, other: /^Z00121/, says: 'an examination is either with or without abnormal findings' },
];
/** Kinds of diabetes: a patient has one. */
const DIABETES = /^E(08|09|10|11|13)/;
/** Diabetes of a kind without complications, beside one with. */
const WITHOUT = /^E(?:08|09|10|11|13)9$/;
/** Codes and ranges in the words of a note: `(E10.-)`, `(K50-K51)`, `(F01.5-, F02.8-)`. */
const NAMED = /\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?)(?:-?\s*-\s*([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?)|-)?/g;

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses'],
  severity: 'warning',
  since: '0.2.0',
  title: 'Two diagnoses that exclude each other are not on one claim',
  why:
    'An Excludes1 note says that two codes are never used together, unless the two have nothing to do with each other. Payers deny the claim. ' +
    'Found once the tabular list has been imported; what everybody meets, always: kinds of diabetes, high blood pressure with heart failure.',
  cites: ['ICD-10-CM Official Guidelines, sections I.A.12.a, I.C.4.a, I.C.9.a and I.C.15.a.1'],
  paper: '21',
  transaction: '2300 HI',
  bad: [
    'diagnoses\n  A  O80\n  B  Z37.1',
    'diagnoses\n  A  E11.65\n  B  E10.65',
    'diagnoses\n  A  E11.65\n  B  E11.9',
    'diagnoses\n  A  I50.9\n  B  I10',
  ],
  good: ['diagnoses\n  A  E11.65\n  B  E11.42', 'diagnoses\n  A  I11.0\n  B  I50.9', 'diagnoses\n  A  E11.65\n  B  M17.11'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || position === 1 || claim.day === undefined) return;
    const key = diagnosisKey(code.value);
    for (const other of claim.diagnoses) {
      if (!other.code || other.position >= position) continue;
      const first = diagnosisKey(other.code.value);
      const why = whyApart(key, first, claim.day, codes);
      if (!why) continue;
      report(code, `${dottedDiagnosis(key)} beside ${dottedDiagnosis(first)}: ${why}`, {
        ...diagnosisLanding(position),
        severity: knownPair(key, first)?.never ? 'error' : 'warning',
      });
      return;
    }
  },
});

/** Why two codes are not used together; undefined where they may be. */
function whyApart(key: string, other: string, day: string, codes: CodeSets): string | undefined {
  const [kind, otherKind] = [DIABETES.exec(key)?.[1], DIABETES.exec(other)?.[1]];
  if (kind && otherKind) {
    if (kind !== otherKind) return 'a patient has one kind of diabetes (Excludes1)';
    return WITHOUT.test(key) !== WITHOUT.test(other) ? 'diabetes is either with or without complications' : undefined;
  }
  const known = knownPair(key, other);
  if (known) return known.says;
  return excludes(key, other, day, codes) || excludes(other, key, day, codes)
    ? 'they are not used together, unless they have nothing to do with each other (Excludes1)'
    : undefined;
}

function knownPair(key: string, other: string): Pair | undefined {
  return KNOWN.find(({ one, other: beside }) => (one.test(key) && beside.test(other)) || (one.test(other) && beside.test(key)));
}

/** Does a note at a code, or at a category above it, keep it apart from another one? */
function excludes(key: string, other: string, day: string, codes: CodeSets): boolean {
  return codes.notes('icd-10-cm', key, day).some(
    (note) =>
      note.kind === 'excludes 1' &&
      note.lines.some((line) => {
        for (const [, from, to] of line.matchAll(NAMED)) {
          const [first, last] = [diagnosisKey(from), diagnosisKey(to ?? '')];
          const named =
            last === '' ? other.startsWith(first) : other.slice(0, first.length) >= first && other.slice(0, last.length) <= last;
          // A note that names a code's own family says nothing of the two.
          if (named && !key.startsWith(first)) return true;
        }
        return false;
      }),
  );
}
