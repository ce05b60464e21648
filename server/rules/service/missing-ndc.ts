// Medicaid wants the drug code of every injected drug.
import { rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  lacks: ['service'],
  severity: 'error',
  since: '0.1.0',
  title: 'An injected drug billed to Medicaid has its drug code',
  why: 'Medicaid programs collect rebates by drug code and deny drug lines without one.',
  cites: ['Deficit Reduction Act of 2005, section 6002; 42 CFR 447.520'],
  paper: '24',
  transaction: '2410 LIN03',
  bad: [
    `
payer STATE
  name State Medicaid
  payer-id 77777
  filing MC

patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage MC-1
    payer STATE
    member 123456789

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    J3301  A  x4
`,
  ],
  good: ['services\n  J3301  AB  x4'],
  check({ claim, service: { code, ndc } }, { report }) {
    const payer = claim.coverages[0]?.payer;
    if (!code || ndc || payer?.filing?.value !== 'MC' || !/^J[0-9]/.test(code.value)) return;
    const where = claim.origin === 'x12' ? 'LIN*N4 in loop 2410' : 'ndc 00000-0000-00 ML1';
    report(code, `Medicaid wants the drug code of ${code.value}: ${where}`);
  },
});
