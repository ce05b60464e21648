// A note that goes out with the claim has eighty characters at most.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'warning',
  since: '0.1.0',
  title: 'A note on the claim has eighty characters at most',
  why: 'There is no room for more: the rest would be cut off.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2300 and 2400 NTE02'],
  paper: '19',
  transaction: '2300 NTE02',
  bad: [`claim-note ${'The patient moved between the two visits. '.repeat(2)}`],
  good: ['claim-note The patient moved between the two visits.'],
  check(claim, { report }) {
    for (const note of [claim.claimNote, ...claim.services.map((service) => service.note)]) {
      if (note && note.value.length > 80)
        report(note, `This note has ${note.value.length} characters: 80 fit on the claim, the rest is cut off`);
    }
  },
});
