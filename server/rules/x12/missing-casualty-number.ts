// What a property and casualty insurance is told has the number of the case.
import { rule } from '../rule';

/** DTP01: when the patient was first seen for the injury. */
const FIRST_CONTACT = '444';

export default rule({
  on: 'claim',
  forms: ['professional'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The first contact after an injury stands with the number of the case',
  why: 'The date is for property and casualty insurances, which find a claim by the number that they gave the case.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*444 and loops 2010BA and 2010CA REF*Y4', 'X12 request for interpretation 974'],
  transaction: '2300 DTP*444',
  bad: ['CLM*E1001*255***11:B:1*Y*A*Y*Y**OA\nafter CLM: DTP*439*D8*20260801~DTP*444*D8*20260815'],
  good: [
    `CLM*E1001*255***11:B:1*Y*A*Y*Y**OA
after CLM: DTP*439*D8*20260801~DTP*444*D8*20260815
after DMG: REF*Y4*CASE-77`,
  ],
  check({ sent, casualtyClaim }, { report }) {
    const contact = casualtyClaim ? undefined : sent?.dates.find(({ kind }) => kind === FIRST_CONTACT);
    if (contact)
      report(contact.at, 'The first contact is told to a property and casualty insurance: the number of the case (REF*Y4) is missing');
  },
});
