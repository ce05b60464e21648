// The state of an accident exists.
import { isState } from '../../model/places';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  alike: ['head'],
  severity: 'error',
  since: '0.1.0',
  title: 'The state of an accident exists',
  why: 'Payers refuse a claim with a state code that the post office does not have.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM11-4', 'USPS Publication 28, appendix B'],
  paper: '10b',
  transaction: '2300 CLM11-4',
  bad: ['accident auto 2026-10-30 XL'],
  good: ['accident auto 2026-10-30 IL', 'accident auto 2026-10-30 il'],
  check({ accident }, { report }) {
    const state = accident?.value.state;
    if (state && !isState(state.value.toUpperCase())) report(state, `${state.value} is not a state of the United States`);
  },
});
