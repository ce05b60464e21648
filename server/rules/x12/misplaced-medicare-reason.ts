// Only a claim to Medicare says why Medicare pays second.
import { isMedicare } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'Only a claim to Medicare says why Medicare pays second',
  why: 'The guide wants SBR05 of the first payer’s level where Medicare gets the claim and does not pay first, and nowhere else.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR05'],
  transaction: '2000B SBR05',
  bad: ['SBR*P*18*0098765**12****CI', 'SBR*P*18***12****MB'],
  good: ['SBR*P*18*0098765******CI', 'SBR*S*18***12****MB'],
  check({ sent, coverages }, { report }) {
    const own = coverages.find((one) => one.at === sent?.subscriber?.order);
    const reason = own?.coverage.medicareSecondary;
    if (!own || !reason) return;
    const filing = own.payer?.filing?.value;
    if (!isMedicare(filing)) report(reason, `This payer is not Medicare (SBR09 ${filing ?? 'is empty'}): SBR05 stays empty`);
    else if (own.at.value === 'P') report(reason, 'Medicare is the first payer (SBR01 P): SBR05 stays empty');
  },
});
