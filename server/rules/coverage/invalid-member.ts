// A member id is one, and not a word that stands for it.
import { rule } from '../rule';

const STAND_IN = /^(?:UNKNOWN|UNK|NONE|N\/?A|NA|TBD|SELF|PENDING|TEST|X+|(\d)\1{4,})$/i;

export default rule({
  on: 'coverage',
  severity: 'warning',
  since: '0.2.0',
  title: 'A member id is the one on the card',
  why: 'The payer looks for the number and does not find it: the claim is refused (status 164).',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BA NM109', 'X12 claim status code 164'],
  paper: '1a',
  transaction: '2010BA NM109',
  bad: [
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member UNKNOWN
    relationship self
`,
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member 999999999
    relationship self
`,
  ],
  good: [
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W123456789
    relationship self
`,
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member NADLER1
    relationship self
`,
  ],
  check({ coverage: { member } }, { report }) {
    if (member && STAND_IN.test(member.value.replace(/[\s-]/g, ''))) report(member, `${member.value} is not a member id: it stands on the insurance card`);
  },
});
