// What happened at work is for the insurance of the employer.
import { rule } from '../rule';

const WORKERS = 'WC';
/** SBR01. */
const FIRST = 'P';
/** SBR09 of insurances that pay for injuries: of the employer, of a car, of whoever is liable. */
const INJURIES = new Set([WORKERS, 'AM', 'LM']);
/** SBR09 -> what CLM11 says of it. */
const CAUSES: Readonly<Record<string, { readonly code: string; readonly words: string }>> = {
  [WORKERS]: { code: 'EM', words: 'injuries at work' },
  AM: { code: 'AA', words: 'car accidents' },
};

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['head'],
  severity: 'warning',
  since: '0.2.0',
  title: 'An injury at work goes to the workers’ compensation, and only that',
  why: 'Health plans deny what happened at work (reason 19); a workers’ compensation payer denies what is not said to have happened there.',
  cites: ['X12 claim adjustment reason code 19', 'ASC X12N 837P 005010X222A1, loop 2300 CLM11 and loop 2000B SBR09'],
  paper: '10a',
  transaction: '2300 CLM11-1',
  bad: [
    'accident work 2026-10-30',
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
  diagnoses
    A  S46.011D
  services
    99213  A
`,
  ],
  good: ['accident auto 2026-10-30 IL', 'place 11'],
  check(claim, { report }) {
    const { accident, coverages } = claim;
    const payers = coverages.map(({ payer }) => payer);
    const [first] = payers;
    if (!first?.filing || claim.frequency === '8') return;
    const name = (): string => first.name?.value.text ?? first.id.value;
    // A file says who pays first: what that insurance is for must have happened. Of one that was asked before, it may not have.
    const cause = claim.sent?.subscriber?.order.value === FIRST ? CAUSES[first.filing.value] : undefined;
    if (cause && claim.sent && !claim.sent.accidentCodes.some(({ value }) => value === cause.code)) {
      report(claim.sent.accidentCodes[0] ?? claim.head, `${name()} pays for ${cause.words}: CLM11 must say ${cause.code}`, {
        severity: 'error',
      });
      return;
    }
    const work = accident?.value.kinds.includes('work') === true;
    // Where the employer's insurance has refused, it stands on the claim, too.
    if (work && payers.every((one) => one?.filing && !INJURIES.has(one.filing.value)))
      report(accident, `An accident at work, but ${name()} is a health plan: it is for the workers’ compensation`);
    else if (!work && first.filing.value === WORKERS && claim.origin === 'encounter')
      report(
        [coverages[0].at, claim.patient?.at, claim.head],
        `${name()} pays for injuries at work: say when it happened, in a line accident work and the day`,
      );
  },
});
