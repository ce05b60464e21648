// A question about a claim is about a past visit, and about each claim once.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** HL03. */
const SUBSCRIBER = '22';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A question about a claim names a past service, units and a number of its own',
  why: 'The payer finds no claim for such a day, and an answer to a number that was used twice cannot be put to its claim.',
  cites: ['ASC X12N 276 005010X212, loops 2200D and 2200E TRN02, DTP*472 and SVC07'],
  transaction: '2200D',
  bad: [
    '276\nDTP*472*D8*20261001',
    '276\nafter DTP*472: TRN*1*S1',
    '276\nSVC*HC:99213*145*****0',
    '276\nDTP*472*D8*19600101',
    '276\nno DMG',
  ],
  good: ['276\nDTP*472*D8*20260815', '276\nSVC*HC:99213*145*****1'],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '276') return;
    const row = x12Row(document, source, transaction.first);
    const traces = new Set<string>();
    let made: string | undefined, born: string | undefined;
    /** HL03 of a subscriber whose birth date has not come: who has a claim is a patient. */
    let subscriber: Value<string> | undefined;
    eachSegment(document, transaction, ['BHT', 'HL', 'DMG', 'TRN', 'SVC', 'DTP'], (segment, name) => {
      row.go(segment);
      if (name === 'BHT') made = row.day(4)?.value;
      else if (name === 'HL') {
        born = undefined;
        subscriber = row.text(3) === SUBSCRIBER ? row.at(3) : undefined;
      } else if (name === 'DMG') {
        born = row.day(2)?.value;
        subscriber = undefined;
      } else if (name === 'TRN') {
        if (subscriber) report(subscriber, 'The patient’s birth date (DMG) is missing', { transaction: '2000D DMG' });
        subscriber = undefined;
        const number = row.at(2);
        if (traces.has(number.value))
          report(number, `The number ${number.value} stands at an earlier claim, too`, { transaction: 'TRN02' });
        if (number.value !== '') traces.add(number.value);
      } else if (name === 'SVC') {
        const units = row.value(7);
        if (units && Number(units.value) === 0) report(units, 'A service of no units', { transaction: 'SVC07' });
      } else if (row.text(1) === '472') {
        const days = row.dates(2, 3);
        const from = days?.value.from ?? '';
        if (days && made !== undefined && from > made)
          report(days, `The service of ${from} is after the question of ${made}`, { transaction: 'DTP03' });
        else if (days && born !== undefined && from < born)
          report(days, `The service of ${from} is before the birth on ${born}`, { transaction: 'DTP03' });
      }
    });
  },
});
