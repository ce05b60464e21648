// A condition, occurrence, value or reason for the visit stands once on a hospital claim.
import { rule } from '../rule';

const KINDS: Readonly<Record<string, string>> = {
  BG: 'Condition',
  BH: 'Occurrence',
  BI: 'Occurrence span',
  BE: 'Value',
  APR: 'Reason for the visit',
};

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['diagnoses'],
  severity: 'error',
  since: '0.2.0',
  title: 'Condition, occurrence and value codes, spans of days and reasons for the visit stand once on a claim',
  why: 'A payer refuses a claim that says the same thing twice.',
  cites: ['NUBC, Official UB-04 Data Specifications, form locators 18 to 41', 'ASC X12N 837I 005010X223A2, loop 2300 HI'],
  transaction: '2300 HI',
  bad: [
    `837I
HI*BE:80:::1*BE:80:::1`,
    '837I\nafter HI*BE: HI*BI:74:RD8:20260801-20260802*BI:74:RD8:20260801-20260802',
    '837I\nHI*APR:M25561*APR:M25561',
  ],
  good: [
    `837I
HI*BE:80:::1*BE:81:::1`,
    '837I\nafter HI*BE: HI*BI:74:RD8:20260801-20260802*BI:74:RD8:20260805-20260806',
  ],
  check({ sent }, { report }) {
    if (!sent) return;
    const seen = new Set<string>();
    for (const { qualifier, code, parts } of sent.codes) {
      if (!KINDS[qualifier.value] || code.value === '') continue;
      const key = `${qualifier.value} ${code.value}`,
        onDay = `${key} ${parts[3]?.value ?? ''}`;
      // Days of leave and the like come several times.
      if (qualifier.value === 'BI' ? seen.has(onDay) : seen.has(key))
        // What has occurred may occur on another day as well.
        report(code, `${KINDS[qualifier.value]}: code ${code.value} is already on this claim`, {
          severity: qualifier.value === 'BH' && !seen.has(onDay) ? 'warning' : 'error',
        });
      seen.add(key);
      seen.add(onDay);
    }
  },
});
