// Days of a hospice and visits of a health center have the code by which Medicare pays them.
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Types of bill, and revenue codes of days of care. */
const HOSPICE = /^8[12]$/,
  HOSPICE_DAYS = /^065[1256]$/,
  /** Where the care was given. */
  HOSPICE_PLACE = /^Q50(?:0[1-9]|10)$/;
/** Community health centers: a visit has a line with the code of its payment besides its own. */
const HEALTH_CENTER = '77',
  CENTER_PAYMENT = /^G04(?:6[6-9]|70)$/,
  VISIT = /^99[23]\d\d$/,
  CENTER_SINCE = '2015-10-01';

const MEDICARE = '837I\nSBR*P*18*******MA\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Days of a hospice and visits of a health center have the code by which Medicare pays them',
  why: 'The place of hospice care and the kind of visit set the price: Medicare returns the bill without them.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 11, section 30.3 (hospice)',
    'CMS Medicare Claims Processing Manual, chapter 9, section 60.2 (health centers)',
  ],
  paper: '44',
  transaction: '2400 SV202-2',
  bad: [
    `${MEDICARE}\nCLM*E2001*500***81:A:1**A*Y*Y\nHI*BE:61:::16974\nSV2*0651**500*UN*1`,
    `${MEDICARE}\nCLM*E2001*500***77:A:1**A*Y*Y\nSV2*0521*HC:99213*500*UN*1`,
  ],
  good: [
    `${MEDICARE}\nCLM*E2001*500***81:A:1**A*Y*Y\nHI*BE:61:::16974\nSV2*0651*HC:Q5001*500*UN*1`,
    '837I\nCLM*E2001*500***77:A:1**A*Y*Y\nSV2*0521*HC:99213*500*UN*1',
  ],
  check(claim, { report }) {
    const { sent, day = '' } = claim;
    if (!sent || !(HOSPICE.test(sent.place.value) || sent.place.value === HEALTH_CENTER) || !isForMedicare(claim)) return;
    if (sent.place.value !== HEALTH_CENTER) {
      for (const { revenue, service } of sent.lines)
        if (revenue && HOSPICE_DAYS.test(revenue.value) && !HOSPICE_PLACE.test(service.code?.value ?? ''))
          report(service.code ?? revenue, `Days of a hospice (${revenue.value}) tell the place of care by a code, Q5001 to Q5010`);
      return;
    }
    const visit = sent.lines.find(({ service: { code } }) => code && VISIT.test(code.value))?.service.code;
    if (visit && day >= CENTER_SINCE && !sent.lines.some(({ service: { code } }) => code && CENTER_PAYMENT.test(code.value)))
      report(visit, `The visit ${visit.value} of a health center needs a line with its payment code, G0466 to G0470`);
  },
});
