// An address in the United States has its state.
import { rule } from '../rule';

export default rule({
  on: 'party',
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'An address in the United States has its state and ZIP code',
  why: 'A receiver refuses the address: only those abroad have none.',
  cites: ['ASC X12N 837P 005010X222A1, N402 and N403'],
  transaction: 'N402',
  bad: ['N4*SPRINGFIELD**627011234', 'N4*SPRINGFIELD*IL'],
  good: ['N4*SPRINGFIELD*IL*627011234', 'N4*TORONTO***CA'],
  check({ party: { address } }, { report }) {
    if (!address) return;
    const { city, state, zip } = address.value;
    if (city === '') return;
    if (state === '') report(address, `${city} has no state`);
    else if (zip.value === '') report(address, `${city} has no ZIP code`, { transaction: 'N403' });
  },
});
