// An insurance against accidents knows a case by its own number.
import { rule } from '../rule';

/** Automobile medical, liability medical, workers' compensation. */
const CASUALTY: ReadonlySet<string> = new Set(['AM', 'LM', 'WC']);

export default rule({
  on: 'claim',
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim to an auto, liability or workers’ compensation insurance names the case',
  why: 'These insurances pay for a case, not for a member: a claim without the number that they gave it waits, or comes back.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA REF*Y4', 'NUCC 1500 Claim Form Reference Instruction Manual, item 11b'],
  paper: '11b',
  transaction: '2010BA REF02',
  bad: [
    `
payer COMP
  name Guardian Work Insurance
  payer-id 41556
  filing WC

patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer COMP
    member W1

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  accident work 2026-10-30
  diagnoses
    A  S46.011D
  services
    99213  A
`,
  ],
  good: ['casualty-claim 12-3456', 'accident auto 2026-10-30 IL'],
  check({ accident, casualtyClaim, coverages, frequency, head, patient }, { report }) {
    const payer = coverages[0]?.payer;
    if (casualtyClaim || frequency === '8' || !CASUALTY.has(payer?.filing?.value ?? '')) return;
    const name = payer?.name?.value.text ?? payer?.id.value;
    report(
      [accident, coverages[0].at, patient?.at, head],
      `${name} looks for the number that it gave the case: write it as casualty-claim`,
    );
  },
});
