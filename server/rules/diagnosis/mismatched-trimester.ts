// The weeks of a pregnancy fit the trimester of its other diagnoses.
import { lastDay } from '../../model/claim';
import { daysBetween } from '../../model/dates';
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

const TRIMESTERS = ['first', 'second', 'third'] as const;
/** First week of the second and of the third trimester: counted from the last period, the first ends with 13 weeks 6 days. */
const BEGIN = [0, 14, 28];
/** 49 is more than 42. */
const LAST_COUNTED = 42;
/** So many weeks an ultrasound may correct what the last period tells, and more. */
const CORRECTED = 12;
const MATERNAL = /^(?:O|Z3[34])/;

export default rule({
  on: 'diagnosis',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'The weeks of a pregnancy fit the trimester, and stand beside a diagnosis of the pregnancy',
  why: 'Payers deny a claim that says third trimester and twelve weeks; weeks alone give no reason for the visit.',
  cites: ['ICD-10-CM Official Guidelines, sections I.C.15.a.3 and I.C.21.c.11', 'ICD-10-CM, chapter 15 and category Z3A'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  O09.93\n  B  Z3A.12', 'diagnoses\n  A  E11.65\n  B  Z3A.12'],
  good: ['diagnoses\n  A  O09.93\n  B  Z3A.32', 'diagnoses\n  A  O80\n  B  Z3A.39'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (code?.value[0] !== 'Z' && code?.value[0] !== 'z') return;
    const written = /^Z3A(\d\d)$/.exec(diagnosisKey(code.value))?.[1];
    if (written === undefined || claim.day === undefined) return;
    const others = claim.diagnoses.flatMap((one) => (one.code && one.code !== code ? [diagnosisKey(one.code.value)] : []));
    if (!others.some((one) => MATERNAL.test(one))) {
      report(
        code,
        `${dottedDiagnosis(`Z3A${written}`)} counts the weeks of a pregnancy: a diagnosis of the pregnancy (O00–O9A, Z33, Z34) is missing`,
        diagnosisLanding(position),
      );
      return;
    }
    const weeks = Number(written);
    // 00 and 01 are not counted.
    if (weeks < 8) return;
    const { lmp } = claim,
      end = lastDay(claim);
    if (lmp && end !== undefined && weeks <= LAST_COUNTED && lmp.value <= claim.day) {
      const [from, to] = [claim.day, end].map((day) => Math.floor(daysBetween(lmp.value, day) / 7));
      // After the birth nobody counts on.
      if (weeks > to + CORRECTED || (from <= LAST_COUNTED && weeks < from - CORRECTED)) {
        report(code, `${weeks} weeks; since the last period, ${lmp.value}, it is ${to}: correct one of the two`, {
          ...diagnosisLanding(position),
          severity: 'error',
        });
        return;
      }
    }
    const due = BEGIN.findLastIndex((from) => weeks >= from);
    for (const other of others) {
      const answer = codes.find('icd-10-cm', other, claim.day);
      const told = answer.status === 'active' ? /\b(first|second|third) trimester/i.exec(answer.entry.title)?.[1].toLowerCase() : undefined;
      if (told === undefined || told === TRIMESTERS[due] || !other.startsWith('O')) continue;
      report(
        code,
        `${weeks} weeks are the ${TRIMESTERS[due]} trimester; ${dottedDiagnosis(other)} says the ${told}`,
        diagnosisLanding(position),
      );
      return;
    }
  },
});
