// The reason of a delay is one of a list.
import { rule } from '../rule';

const REASONS = new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15']);

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'The reason of a delay is one of the list',
  why: 'A payer refuses a claim with another reason.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM20'],
  transaction: '2300 CLM20',
  bad: ['delay-reason 12'],
  good: ['delay-reason 1'],
  check({ delayReason }, { report }) {
    if (delayReason && !REASONS.has(delayReason.value)) report(delayReason, `${delayReason.value} is no reason of delay: 1 to 11, or 15`);
  },
});
