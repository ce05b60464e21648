// The revenue code of a line exists.
import { replace, rule } from '../rule';

/** Rates 0022 to 0024, 01xx to 09xx, 100x, 210x and 310x. What lies between is kept free. */
const FAMILIES = /^(?:002[2-4]|0[1-9]\d{2}|(?:10|21|31)0\d)$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A revenue code is in the list',
  why: 'A payer refuses a line whose department it does not know; the total is not a line of its own.',
  cites: ['NUBC, Official UB-04 Data Specifications, form locator 42', 'ASC X12N 837I 005010X223A2, loop 2400 SV201'],
  transaction: '2400 SV201',
  bad: [
    `837I
SV2*0001*HC:99213*500*UN*1`,
    '837I\nSV2*0000*HC:99213*500*UN*1',
    '837I\nSV2*9999*HC:99213*500*UN*1',
    '837I\nSV2*0099*HC:99213*500*UN*1',
  ],
  good: [
    `837I
SV2*0510*HC:99213*500*UN*1`,
  ],
  check({ sent, day }, { report, codes, today }) {
    if (!sent) return;
    for (const { revenue } of sent.lines) {
      if (!revenue) continue;
      const code = revenue.value.padStart(4, '0');
      if (code === '0000') report(revenue, 'There is no revenue code 0000');
      else if (code === '0001') report(revenue, 'Revenue code 0001, the total, is not sent as a line');
      else if (!/^\d{4}$/.test(revenue.value))
        report(revenue, `${revenue.value} is not a revenue code: it has four digits`, {
          fixes: /^\d{4}$/.test(code) ? [replace(revenue, code, `Change to ${code}`, true)] : [],
        });
      else if (!FAMILIES.test(code))
        report(revenue, `There is no revenue code ${code}: those that are given out are 0022 to 0024, 01xx to 09xx, 100x, 210x and 310x`);
      else {
        const answer = codes.find('revenue', code, day ?? today);
        if (answer.status === 'unknown')
          report(revenue, answer.unsure ? `${code} is not in the revenue codes on this machine` : `There is no revenue code ${code}`, {
            severity: answer.unsure ? 'information' : 'error',
          });
      }
    }
  },
});
