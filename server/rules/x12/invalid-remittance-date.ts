// What a remittance tells of has happened, and its payment is near.
import { daysBetween } from '../../model/dates';
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** By DTM01: production, receipt, service, first and last day of claim and line. */
const PAST: Readonly<Record<string, string>> = {
  '405': 'The day of making',
  '050': 'The receipt of the claim',
  '472': 'The service',
  '232': 'The first day',
  '233': 'The last day',
  '150': 'The first day',
  '151': 'The last day',
};
/** [first, last]. */
const SPANS: Readonly<Record<string, string>> = { '233': '232', '151': '150' };
/** So many days a payment may lie ahead. */
const LONGEST = 60;

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['820', '835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'The dates of a remittance lie in the past and run forwards',
  why: 'A payment for a day that has not been is posted to the wrong claim, or not at all.',
  cites: ['ASC X12N 835 005010X221A1, BPR16, loops 2100 and 2110 DTM', 'ASC X12N 820 005010X218, BPR16'],
  transaction: 'DTM02',
  bad: [
    '835\nno DTM*472\nafter SVC: DTM*472*20270815',
    '835\nDTM*405*20270909',
    '835\nafter DTM*050: DTM*232*20260815~DTM*233*20260814',
    '835\nno DTM*050\nafter NM1*QC: DTM*050*20260803',
    '835\nBPR*I*87.5*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20280910',
    '835\nno DTM*472\nafter SVC: DTM*150*20260815',
    '820\nBPR*C*19000*C*ACH*CTX*01*021000021*DA*12345678*1361234567**01*021000089*DA*98765*20290916',
  ],
  good: [
    '835\nno DTM*472\nafter SVC: DTM*150*20260815~DTM*151*20260815',
    '835\nafter DTM*050: DTM*232*20260815~DTM*233*20260815',
    '835\nno DTM*050\nafter NM1*QC: DTM*050*20260815',
  ],
  check({ document, transaction, source }, { report, today }) {
    const row = x12Row(document, source, transaction.first);
    const days = new Map<string, string>();
    let received: Value<string> | undefined;
    /** The first day of a service whose last one has not come. */
    let begun: Value<string> | undefined;
    const close = (): void => {
      if (begun) report(begun, `The service begins on ${begun.value}, its last day (DTM*151) is missing`);
      begun = undefined;
    };
    eachSegment(document, transaction, ['BPR', 'LX', 'CLP', 'SVC', 'ENT', 'RMR', 'DTM', 'PLB', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'BPR') {
        const paid = row.day(16);
        if (paid && daysBetween(today, paid.value) > LONGEST)
          report(paid, `The payment is dated ${paid.value}, ${daysBetween(today, paid.value)} days ahead`, { transaction: 'BPR16' });
        return;
      }
      if (name !== 'DTM') {
        close();
        days.clear();
        if (name !== 'SVC') received = undefined;
        return;
      }
      const kind = row.text(1),
        at = row.day(2);
      if (!at || !PAST[kind]) return;
      days.set(kind, at.value);
      if (kind === '150') begun = at;
      else if (kind === '151') begun = undefined;
      const first = days.get(SPANS[kind] ?? '');
      if (at.value > today) {
        report(at, `${PAST[kind]}, ${at.value}, is in the future`);
        return;
      }
      if (first !== undefined && at.value < first)
        report(at, `The last day, ${at.value}, is before the first, ${first}`, { severity: 'error' });
      if (kind === '050') received = at;
      else if (received && (kind === '472' || kind === '150') && received.value < at.value) {
        report(received, `The claim was received on ${received.value}, before the service on ${at.value}`);
        received = undefined;
      }
    });
    // A claim shown by itself has no SE.
    close();
  },
});
