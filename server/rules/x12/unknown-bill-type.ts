// The type of a bill exists.
import { rule } from '../rule';

/** Of these kinds of care some were in the list until 2007, and some payers go on with them. */
const GIVEN_UP = /^[1-6][1-8]$/;

/** Home health of part B, with its last day. */
const ENDED: Readonly<Record<string, string>> = { '33': '2013-09-30' };

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'The type of a bill is in the list',
  why: 'A payer refuses a claim whose kind of facility and care it does not know.',
  cites: ['NUBC, Official UB-04 Data Specifications, form locator 4', 'ASC X12N 837I 005010X223A2, loop 2300 CLM05-1'],
  paper: '4',
  transaction: '2300 CLM05-1',
  bad: ['837I\nCLM*E2001*500***99:A:1**A*Y*Y', '837I\nCLM*E2001*500***03:A:1**A*Y*Y', '837I\nCLM*E2001*500***33:A:9**A*Y*Y'],
  good: ['837I\nCLM*E2001*500***13:A:1**A*Y*Y', '837I\nCLM*E2001*500***85:A:1**A*Y*Y'],
  check({ sent, day }, { report, codes, today }) {
    if (!sent || sent.place.value === '') return;
    const { value } = sent.place;
    if (!/^[1-8]\d$/.test(value))
      report(sent.place, `${value} is not a type of bill: two digits, the facility and the kind of care, such as 13`);
    else if (Object.hasOwn(ENDED, value) && (sent.statement?.value.from ?? '') > ENDED[value])
      report(sent.place, `Type of bill ${value} ended on ${ENDED[value]}: home health under a plan of care is 32`);
    else if (codes.find('type-of-bill', value, day ?? today).status === 'unknown')
      report(sent.place, `Type of bill ${value} is not in the list`, { severity: GIVEN_UP.test(value) ? 'warning' : 'error' });
  },
});
