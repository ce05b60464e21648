// An acknowledgement answers what its group holds, each transaction once, and refuses what it finds wrong.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Transactions of a functional group. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  HC: ['837'], HP: ['835'], HB: ['271'], HS: ['270'], HR: ['276'], HN: ['277'], HI: ['278'], BE: ['834'], RA: ['820'], PI: ['275'],
};

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'An acknowledgement answers each transaction of its group once, and does not accept without a word what has errors',
  why: 'The answer is put to the wrong file, or a refused one is taken for accepted and never sent again.',
  cites: ['ASC X12C 999 005010X231A1, AK101, AK201, AK202 and IK501'],
  transaction: 'AK201',
  bad: ['999\nAK2*835*0001', '999\nafter IK5*A: AK2*837*0001~IK5*A\nAK9*P*3*3*2', '999\nIK5*A'],
  good: ['999\nAK2*837*0001', '999\nIK5*E'],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '999') return;
    const row = x12Row(document, source, transaction.first);
    const answered = new Set<string>();
    let group = '',
      errors = false;
    eachSegment(document, transaction, ['AK1', 'AK2', 'IK3', 'IK5'], (segment, name) => {
      row.go(segment);
      if (name === 'AK1') group = row.text(1);
      else if (name === 'IK3') errors = true;
      else if (name === 'AK2') {
        errors = false;
        const kind = row.text(1),
          number = row.text(2);
        if (Object.hasOwn(GROUPS, group) && !GROUPS[group].includes(kind)) report(row.at(1), `A group ${group} holds no ${kind}, but ${GROUPS[group].join()}`);
        if (answered.has(number)) report(row.at(2), `Transaction ${number} is answered twice`, { transaction: 'AK202' });
        answered.add(number);
      } else if (row.text(1) === 'A' && (errors || row.value(2)))
        report(row.at(1), 'Accepted (A), yet errors are named: accepted with errors is E', { transaction: 'IK501' });
    });
  },
});
