// A patient is not treated after death.
import { lastDay } from '../../model/claim';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'A day of death lies between birth and today, and no service after it',
  why: 'A payer denies services after the day of death (reason 13).',
  cites: ['ASC X12N 837P 005010X222A1, loops 2000B and 2000C PAT06', 'X12 claim adjustment reason code 13'],
  transaction: '2000B PAT06',
  bad: ['after SBR: PAT*****D8*20260801', 'after SBR: PAT*****D8*20270801', 'after SBR: PAT*****D8*19670801'],
  good: ['after SBR: PAT*****D8*20260815', 'after SBR: PAT*****D8*20260820'],
  concerns: ({ sent }) => sent?.died !== undefined,
  check(claim, { report, today }) {
    const died = claim.sent?.died;
    if (!died) return;
    const born = claim.patient?.target?.born?.value;
    const last = lastDay(claim);
    if (died.value > today) report(died, `The day of death, ${died.value}, is in the future`);
    else if (born !== undefined && died.value < born) report(died, `The day of death, ${died.value}, is before the birth on ${born}`);
    else if (last !== undefined && died.value < last) report(died, `The patient died on ${died.value}, before the service on ${last}`);
  },
});
