// A service code is in force on its day.
import { isHcpcs } from '../../model/procedure-codes';
import { dayOf } from '../claim-line';
import { reportRetired } from '../in-force';
import { rule } from '../rule';

/** CPT codes that were billed every day and are no more, with their last day: for machines without a CPT file. */
const ENDED: ReadonlyMap<string, string> = new Map(
  (
    [
      [90801, 90802, '2012-12-31'],
      [90804, 90829, '2012-12-31'],
      [90862, 90862, '2012-12-31'],
      [77055, 77057, '2016-12-31'],
      [97001, 97004, '2016-12-31'],
      [99143, 99150, '2016-12-31'],
      [11100, 11101, '2018-12-31'],
      [96101, 96103, '2018-12-31'],
      [96118, 96120, '2018-12-31'],
      [99201, 99201, '2020-12-31'],
      [99217, 99220, '2022-12-31'],
      [99224, 99226, '2022-12-31'],
      [99241, 99241, '2022-12-31'],
      [99251, 99251, '2022-12-31'],
      [99318, 99318, '2022-12-31'],
      [99324, 99328, '2022-12-31'],
      [99334, 99337, '2022-12-31'],
      [99343, 99343, '2022-12-31'],
      [99354, 99357, '2022-12-31'],
      [99441, 99443, '2024-12-31'],
    ] as const
  ).flatMap(([from, to, last]) => Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), last] as const)),
);

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A service code is in force on its day',
  why: 'HCPCS codes come and go every quarter, CPT codes every January. The day of service decides.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'CMS Medicare Claims Processing Manual, chapter 23, section 20'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  99201  AB  90.00', 'services\n  C9132  AB  12.00', 'date 2021-06-30\nservices\n  J7168  AB  12.00'],
  good: ['date 2020-12-31\nservices\n  99201  AB  90.00', 'services\n  J7168  AB  12.00', 'date 2021-06-30\nservices\n  C9132  AB  12.00'],
  check({ claim, service }, { report, codes }) {
    const { code } = service,
      day = dayOf(service, claim);
    if (!code || day === undefined) return;
    const answer = codes.find(isHcpcs(code.value) ? 'hcpcs' : 'cpt', code.value, day);
    const last = answer.status === 'unknown' ? ENDED.get(code.value) : undefined;
    if (last !== undefined && day > last) report(code, `${code.value} ended on ${last}`);
    reportRetired(code, answer, day, report);
  },
});
