// The days of a stay that are billed are not more than its days.
import { daysBetween } from '../../model/dates';
import { ROOM, billsStay } from '../claim-line';
import { type Severity, rule } from '../rule';

const INPATIENT = /^(?:1[128]|2[12]|4[12]|6[56]|8[126])$/;
/** Days of hospice care; of continuous care the hours are billed. */
const HOSPICE_DAYS = /^0?65[156]$/,
  HOSPICE = new Set(['81', '82']);
const COVERED_DAYS = '80';
const STILL_THERE = '30';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'The days that are billed are not more than the days of the stay',
  why: 'A payer counts the days of the statement and returns a bill with more; a room is not billed for an outpatient.',
  cites: [
    'NUBC, Official UB-04 Data Specifications, form locators 6, 39 and 46',
    'CMS Medicare Claims Processing Manual, chapter 3, section 40.2',
  ],
  paper: '46',
  transaction: '2400 SV205',
  bad: [
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nDTP*434*RD8*20260813-20260815\nSV2*0120**500*DA*4',
    '837I\nDTP*434*RD8*20260815-20260815\nSV2*0120**500*DA*1',
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*BE:80:::5',
    '837I\nCLM*E2001*500***81:A:1**A*Y*Y\nDTP*434*RD8*20260813-20260815\nSV2*0651*HC:Q5001*500*UN*4',
  ],
  good: ['837I\nCLM*E2001*500***11:A:1**A*Y*Y\nDTP*434*RD8*20260813-20260815\nSV2*0120**500*DA*2', '837I\nHI*BE:80:::1'],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent?.statement) return;
    const { from, to } = sent.statement.value;
    // A span that ends before it begins is told as such.
    if (from > to) return;
    // The day of the discharge is not counted, unless the patient stays on or came and went on one day.
    const days = Math.max(daysBetween(from, to), 1) + (sent.patientStatus?.value === STILL_THERE && to > from ? 1 : 0);
    const inpatient = INPATIENT.test(sent.place.value);
    const rooms = sent.lines.filter(({ revenue }) => revenue && ROOM.test(revenue.value));
    const [first] = rooms;
    // Where all is of a stay, the type of the bill is told.
    if (first && !inpatient && !billsStay(claim))
      report(first.revenue, `Revenue code ${first.revenue?.value} is a room; bill type ${sent.place.value} is for outpatients`, {
        severity: 'error',
        paper: '42',
        transaction: '2400 SV201',
      });
    const billed = rooms.reduce((sum, { service }) => sum + (service.units?.value ?? 0), 0);
    const last = rooms.at(-1)?.service.units;
    if (inpatient && last && billed > days)
      report(last, `${billed} days in a room are billed, the statement has ${days}`, { severity: severityOf(billed, days) });
    const hospice = HOSPICE.has(sent.place.value) ? sent.lines.filter(({ revenue }) => revenue && HOSPICE_DAYS.test(revenue.value)) : [];
    const cared = hospice.reduce((sum, { service }) => sum + (service.units?.value ?? 0), 0);
    const lastCared = hospice.at(-1)?.service.units;
    if (lastCared && cared > daysBetween(from, to) + 1)
      report(lastCared, `${cared} days of hospice are billed, the statement has ${daysBetween(from, to) + 1}`, { severity: 'error' });
    for (const { qualifier, code, parts } of sent.codes) {
      if (qualifier.value !== 'BE' || code.value !== COVERED_DAYS || !inpatient) continue;
      const covered = parts[4];
      if (covered && Number(covered.value) > days)
        report(covered, `${covered.value} covered days (value code 80), the statement has ${days}`, {
          severity: severityOf(Number(covered.value), days),
          paper: '39',
          transaction: '2300 HI01-5',
        });
    }
  },
});

/** One day more may be how a hospital counts the day of the discharge. */
function severityOf(billed: number, days: number): Severity {
  return billed > days + 1 ? 'error' : 'warning';
}
