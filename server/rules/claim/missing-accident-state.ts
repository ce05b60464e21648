// A car accident says in which state it happened.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  alike: ['head'],
  lacks: ['accident'],
  severity: 'error',
  since: '0.1.0',
  title: 'A car accident says in which state it happened',
  why: 'The law of the state decides which insurance pays: a claim without it is refused.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM11-4', 'CMS Medicare Claims Processing Manual, chapter 26, item 10b'],
  paper: '10b',
  transaction: '2300 CLM11-4',
  bad: ['accident auto 2026-10-30'],
  good: ['accident auto 2026-10-30 IL', 'accident other 2026-10-30'],
  check(claim, { report }) {
    const { accident } = claim;
    if (!accident?.value.kinds.includes('auto') || accident.value.state) return;
    const state = claim.patient?.target?.address?.value.state ?? claim.billing?.target?.address?.value.state;
    const { end } = accident.span;
    const fix = { title: `Add ${state}`, safe: false, edits: [{ span: { start: end, end }, text: ` ${state}` }] };
    const words =
      claim.origin === 'x12'
        ? 'A car accident (CLM11 AA) needs the state in which it happened: CLM11-4, such as IL'
        : 'A car accident needs the state in which it happened: write it behind the date, such as IL';
    report(accident, words, { fixes: state && accident.value.date && claim.encounter ? [fix] : [] });
  },
});
