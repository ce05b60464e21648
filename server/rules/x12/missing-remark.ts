// A reason that only points at a remark comes with one.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Reasons whose own words demand a remark code. */
const WANT_REMARK = new Set(['16', '96', '125', '129', '148', '226', '227', '234', '237', '251', '252']);

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'An adjustment reason that demands a remark comes with one',
  why: 'Reason 16 says that something is missing, the remark what: without it nobody can correct the claim.',
  cites: ['X12 claim adjustment reason codes 16, 96, 125 and others', 'CAQH CORE rule 360, uniform use of CARC and RARC'],
  transaction: 'CAS02',
  bad: ['835\nCAS*CO*16*32.5\nno LQ'],
  good: ['835\nCAS*CO*16*32.5', '835\nCAS*CO*16*32.5\nno LQ\nafter NM1*QC: MOA***MA130'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let waiting: Value<string>[] = [];
    let remarked = false;
    const tell = (): void => {
      for (const reason of waiting) report(reason, `Reason ${reason.value} demands a remark code that says what is meant: there is none`);
      waiting = [];
    };
    eachSegment(document, transaction, ['CLP', 'SVC', 'CAS', 'LQ', 'MOA', 'MIA', 'PLB', 'SE', 'LX'], (segment, name) => {
      row.go(segment);
      if (name === 'CAS') {
        for (let n = 2; n <= 17; n += 3) if (!remarked && WANT_REMARK.has(row.text(n))) waiting.push(row.at(n));
      } else if (name === 'LQ') waiting = [];
      else if (name === 'MOA' || name === 'MIA') {
        // The remarks of a claim hold for its lines.
        remarked ||= name === 'MIA' || [3, 4, 5, 6, 7].some((n) => row.text(n) !== '');
        if (remarked) waiting = [];
      } else {
        tell();
        if (name !== 'SVC') remarked = false;
      }
    });
    tell();
  },
});
