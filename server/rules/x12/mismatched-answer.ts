// An acknowledgement answers what its group holds, each transaction once, and its verdicts agree with the errors that it names.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Transactions of a functional group. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  HC: ['837'],
  HP: ['835'],
  HB: ['271'],
  HS: ['270'],
  HR: ['276'],
  HN: ['277'],
  HI: ['278'],
  BE: ['834'],
  RA: ['820'],
  PI: ['275'],
};
/** Guide -> groups in which it is used. */
const GUIDES: Readonly<Record<string, readonly string[]>> = {
  X222: ['HC'],
  X223: ['HC'],
  X224: ['HC'],
  X221: ['HP'],
  X279: ['HS', 'HB'],
  X212: ['HR', 'HN'],
  X214: ['HN'],
  X215: ['HI'],
  X216: ['HI'],
  X217: ['HI'],
  X220: ['BE'],
  X218: ['RA'],
  X210: ['PI'],
};
/** IK304: errors of elements. */
const ELEMENTS = '8';
/** IK502: segments in error. */
const SEGMENTS = '5';

export default rule({
  on: 'transaction',
  types: ['999'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'An acknowledgement answers each transaction of its group once, and its verdicts agree with the errors named',
  why: 'The answer is put to the wrong file, or a refused one is taken for accepted and never sent again.',
  cites: ['ASC X12C 999 005010X231A1, AK101, AK103, AK201 to AK203, IK302, IK304, IK4, IK501 and IK502'],
  transaction: 'AK201',
  bad: [
    '999\nAK2*835*0001',
    '999\nafter IK5*A: AK2*837*0001~IK5*A\nAK9*P*3*3*2',
    '999\nIK5*A',
    '999\nAK1*HC*1*005010X221A1',
    '999\nAK2*837*0001*005010X221A1',
    '999\nIK5*R',
    '999\nIK3*NM1*0*2010*8',
    '999\nno IK4*9',
    '999\nIK3*NM1*12*2010*3',
    '999\nafter AK2*837*0002: IK5*E*5\nno IK5*A',
  ],
  good: ['999\nAK2*837*0001', '999\nIK5*E*5', '999\nno IK4*9\nIK3*NM1*12*2010*3'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    const answered = new Set<string>();
    let group = '',
      errors = false;
    let segment: { readonly at: Value<string>; readonly elements: boolean; named: boolean } | undefined;
    const close = (): void => {
      if (segment?.elements && !segment.named)
        report(segment.at, 'Elements of the segment are wrong (8), but none is named: IK4 is missing', { transaction: 'IK304' });
      segment = undefined;
    };
    const guide = (n: number, transactionPlace: string): void => {
      const used = GUIDES[row.text(n).slice(6, 10)];
      if (used && Object.hasOwn(GROUPS, group) && !used.includes(group))
        report(row.at(n), `A group ${group} does not follow ${row.text(n)}`, { transaction: transactionPlace });
    };
    eachSegment(document, transaction, ['AK1', 'AK2', 'IK3', 'IK4', 'IK5'], (at, name) => {
      row.go(at);
      if (name === 'AK1') {
        group = row.text(1);
        guide(3, 'AK103');
      } else if (name === 'AK2') {
        errors = false;
        const kind = row.text(1),
          number = row.text(2);
        if (Object.hasOwn(GROUPS, group) && !GROUPS[group].includes(kind))
          report(row.at(1), `A group ${group} holds no ${kind}, but ${GROUPS[group].join()}`);
        else guide(3, 'AK203');
        if (answered.has(number)) report(row.at(2), `Transaction ${number} is answered twice`, { transaction: 'AK202' });
        answered.add(number);
      } else if (name === 'IK3') {
        close();
        errors = true;
        const number = row.at(2);
        if (/^0+$/.test(number.value)) report(number, 'No segment is number 0: ST is the first', { transaction: 'IK302' });
        segment = { at: row.at(4), elements: row.text(4) === ELEMENTS, named: false };
      } else if (name === 'IK4') {
        if (segment && !segment.elements && !segment.named && segment.at.value !== '') {
          report(segment.at, `An element is named, so the error of the segment is 8, not ${segment.at.value}`, { transaction: 'IK304' });
        }
        if (segment) segment.named = true;
      } else {
        close();
        const verdict = row.at(1),
          reason = row.value(2);
        if (verdict.value === 'A' && (errors || reason))
          report(verdict, 'Accepted (A), yet errors are named: accepted with errors is E', { transaction: 'IK501' });
        else if (verdict.value === 'R' && !reason)
          report(verdict, 'Refused (R), but the reason (IK502) is missing', { transaction: 'IK501' });
        else if (!errors && verdict.value === 'E' && reason?.value === SEGMENTS)
          report(reason, 'Segments are in error (5), but none is named: IK3 is missing', { transaction: 'IK502' });
      }
    });
  },
});
