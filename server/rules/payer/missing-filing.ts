// A payer says what kind of insurance it is.
import { insertLine, rule } from '../rule';

export default rule({
  on: 'payer',
  lacks: ['filing'],
  severity: 'error',
  since: '0.1.0',
  title: 'A payer has a filing indicator',
  why: 'The claim must say what kind of insurance it is for: CI commercial, MB Medicare Part B, MC Medicaid and others.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR09'],
  paper: '1',
  transaction: '2000B SBR09',
  bad: ['payer CIGNA\n  name Cigna\n  payer-id 62308'],
  good: ['payer CIGNA\n  name Cigna\n  payer-id 62308\n  filing CI'],
  check(payer, { report }) {
    if (payer.filing) return;
    const fixes = [
      ['CI', 'commercial'],
      ['MB', 'Medicare Part B'],
      ['MC', 'Medicaid'],
    ].map(([code, words]) => insertLine(payer.head, `filing  ${code}`, `Add filing ${code} (${words})`, payer.payerId ?? payer.name));
    report(payer.head, `${payer.id.value} has no filing indicator: what kind of insurance is it?`, { fixes });
  },
});
