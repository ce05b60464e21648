// The attending provider is a person, not the hospital that bills.
import { rule } from '../rule';

/** Lines of vaccines, and of giving them: of many people at once, the hospital stands for the clinician. */
const VACCINE = /^(?:0636|0771)$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'warning',
  since: '0.3.0',
  title: 'The attending provider has an NPI of their own, not that of the hospital',
  why: 'The attending provider is the clinician who answers for the care: many payers refuse the number of an organization there.',
  cites: ['ASC X12N 837I 005010X223A2, loop 2310A NM109', 'CMS Medicare Claims Processing Manual, chapter 25, section 75.5'],
  paper: '76',
  transaction: '2310A NM109',
  bad: ['837I\nNM1*71*1*CURIE*MARIE****XX*1234567893'],
  good: ['837I\nNM1*71*1*CURIE*MARIE****XX*1992012348', '837I\nNM1*71*1*CURIE*MARIE****XX*1234567893\nSV2*0771*HC:G0008*500*UN*1'],
  check({ billing, rendering, sent }, { report }) {
    const attending = rendering?.target?.npi;
    if (!sent || !attending || attending.value !== billing?.target?.npi?.value) return;
    if (sent.lines.every(({ revenue }) => revenue && VACCINE.test(revenue.value))) return;
    report(attending, `${attending.value} is the NPI of the hospital that bills: the attending provider is a person with one of their own`);
  },
});
