// A filing indicator exists.
import { rule } from '../rule';

export default rule({
  on: 'payer',
  severity: 'error',
  since: '0.1.0',
  title: 'A filing indicator is in the list',
  why: 'Payers refuse a claim with another kind of insurance than the ones that the standard knows.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR09'],
  paper: '1',
  transaction: '2000B SBR09',
  bad: ['payer CIGNA\n  name Cigna\n  payer-id 62308\n  filing XX'],
  good: ['payer CIGNA\n  name Cigna\n  payer-id 62308\n  filing ci'],
  check({ filing }, { report, codes, today }) {
    if (filing && codes.find('filing-indicator', filing.value, today).status === 'unknown')
      report(filing, `There is no filing indicator ${filing.value}: CI is commercial, MB Medicare Part B, MC Medicaid, BL a Blue plan`);
  },
});
