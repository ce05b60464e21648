// The state of an address is one of the United States, a territory or a military post office.
import { isState } from '../../model/places';
import { rule } from '../rule';

export default rule({
  on: 'party',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'The state of an address exists',
  why: 'Payers refuse a claim with a state code that the post office does not have.',
  cites: ['ASC X12N 837P 005010X222A1, N402', 'USPS Publication 28, appendix B'],
  transaction: 'N402',
  bad: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  address 100 Main St, Springfield XL 62701'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  address 100 Main St, Springfield IL 62701'],
  check({ party: { address } }, { report }) {
    if (!address || isState(address.value.state)) return;
    report(address, `${address.value.state} is not a state of the United States`);
  },
});
