// What an earlier payer paid and took off, typed in from paper, makes up what was charged.
import { sumOf } from '../../model/adjustment';
import { type Claim, lineNamed, totalCharge } from '../../model/claim';
import type { Adjudicated } from '../../model/definitions';
import { formatMoney } from '../../model/money';
import { type RuleContext, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.3.0',
  title: 'A paper remittance adds up to the charges',
  why: 'The next payer works out its share from these amounts, and refuses a claim in which something is neither paid nor explained.',
  cites: ['ASC X12N 837P 005010X222A1, section 1.4.4.2, balancing', 'X12 request for interpretation 1294'],
  paper: '29',
  transaction: '2320 AMT02',
  bad: [
    'adjudicated AETNA-1 2026-11-20 paid 200.00',
    'adjudicated AETNA-1 2026-11-20 paid 200.00\n  line 1 paid 120.00 CO-45 25.00\n  line 2 paid 80.00 CO-45 20.00',
    'adjudicated AETNA-1 2026-11-20 paid 190.00\n  line 1 paid 120.00 CO-45 25.00\n  line 2 paid 80.00 CO-45 30.00',
    'adjudicated AETNA-1 2026-11-20 paid 255.00\n  line 1 paid 145.00\n  line 2 paid 110.00\n  line 7 paid 0.00',
  ],
  good: [
    'adjudicated AETNA-1 2026-11-20 paid 200.00 CO-45 45.00 PR-2 10.00',
    'adjudicated AETNA-1 2026-11-20 paid 200.00\n  line 1 paid 120.00 CO-45 25.00\n  line 20610 paid 80.00 CO-45 20.00 PR-2 10.00',
  ],
  check(claim, { report }) {
    for (const one of claim.adjudicated) {
      const paid = one.paid;
      if (paid && paid.value < 0) report(paid, 'An earlier payer cannot have paid less than nothing');
      else if (one.lines.length > 0) checkLines(one, claim, report);
      else if (paid) checkWhole(one, paid.value, totalCharge(claim), report);
    }
  },
});

type Report = RuleContext['report'];

function checkWhole(one: Adjudicated, paid: number, charge: number | undefined, report: Report): void {
  const rest = charge === undefined ? 0 : charge - paid - sumOf(one.adjustments);
  if (rest === 0 || !one.paid) return;
  report(
    one.paid,
    `Of ${formatMoney(charge ?? 0)} charged, ${told(rest)}: write the reasons behind it, such as CO-45 20.00, or line by line`,
  );
}

function checkLines(one: Adjudicated, claim: Claim, report: Report): void {
  for (const line of one.lines) {
    const at = { span: line.span, source: one.source };
    const service = lineNamed(claim, line.line);
    if (!service) report(at, `There is no line ${line.line}`);
    else if (line.paid < 0) report(at, 'An earlier payer cannot have paid less than nothing');
    else {
      const charge = service.charged ?? 0,
        rest = charge - line.paid - sumOf(line.adjustments);
      if (service.charged !== undefined && rest !== 0) report(at, `Of ${formatMoney(charge)} charged for ${line.line}, ${told(rest)}`);
    }
  }
  const due = one.lines.reduce((sum, line) => sum + line.paid, 0) - sumOf(one.adjustments);
  if (one.paid && one.paid.value !== due) report(one.paid, `The lines come to ${formatMoney(due)}, not ${formatMoney(one.paid.value)}`);
}

function told(rest: number): string {
  return rest > 0 ? `${formatMoney(rest)} is neither paid nor explained` : `${formatMoney(-rest)} too much is paid and explained`;
}
