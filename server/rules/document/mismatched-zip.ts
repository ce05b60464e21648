// The ZIP code lies in the state of the address.
import { zipFitsState } from '../../model/places';
import { rule } from '../rule';

export default rule({
  on: 'party',
  severity: 'warning',
  since: '0.1.0',
  title: 'The ZIP code lies in the state of the address',
  why: 'One of the two is wrong, and an answer or a payment goes astray.',
  cites: ['USPS, ZIP Code prefixes by state'],
  transaction: 'N403',
  bad: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  address 100 Main St, Springfield IL 01103'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  address 100 Main St, Springfield IL 62701'],
  check({ party: { address } }, { report }) {
    if (!address || address.value.zip.value === '' || zipFitsState(address.value.zip.value, address.value.state)) return;
    const { zip, state } = address.value;
    report({ source: address.source, span: zip.span }, `ZIP code ${zip.value.slice(0, 5)} is not in ${state}: one of the two is wrong`);
  },
});
