// What another payer paid for a claim is what it paid for its lines.
import type { Claim } from '../../model/claim';
import { eachSegment } from '../../model/each-segment';
import { formatMoney, formatX12Money } from '../../model/money';
import type { SentLine } from '../../model/sent-claim';
import { x12Row } from '../../model/x12-row';
import { replace, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'Another payer’s payment for the claim agrees with its lines',
  why: 'A receiver that pays second refuses a claim whose amounts of the first payer do not balance.',
  cites: ['ASC X12N 837P 005010X222A1, section 1.4.4.2, balancing at the claim', 'X12 request for interpretation 1294'],
  paper: '29',
  transaction: '2320 AMT02',
  bad: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*179~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  good: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*180~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~CAS*PR*1*10~AMT*D*170~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent) return;
    // A decision of a payer that the claim does not name belongs to one of these, perhaps: that is told as such.
    const ids = new Set(sent.payers.map(({ id }) => id?.value));
    if (sent.lines.some((line) => line.decisions.some(({ payer }) => !ids.has(payer.value)))) return;
    for (const { paid, id, adjusted } of sent.payers) {
      if (!paid || !id) continue;
      const decisions = sent.lines.flatMap((line) => line.decisions.filter((one) => one.payer.value === id.value));
      // Less than nothing for a line is told as such.
      if (decisions.some(({ paid: forLine }) => forLine && forLine.value < 0)) continue;
      if (decisions.length === 0) {
        // Without lines, payment and adjustments of the claim make up its charge.
        if (adjusted === 0 || !sent.total || paid.value + adjusted === sent.total.value) continue;
        const sum = formatMoney(paid.value + adjusted);
        report(paid, `Payer ${id.value} paid and took off ${sum}, the claim charges ${formatMoney(sent.total.value)}`);
        continue;
      }
      const forLines = decisions.reduce((sum, one) => sum + (one.paid?.value ?? 0), 0);
      const due = forLines - adjusted;
      if (due === paid.value) continue;
      // A line that does not balance by the same amount, or an adjustment without one, is told as such.
      if (due - paid.value === overpaid(sent.lines, id.value) || hasBareAdjustment(claim)) continue;
      const off = adjusted === 0 ? '' : `, less ${formatMoney(adjusted)} taken off the claim as a whole: ${formatMoney(due)}`;
      report(paid, `Payer ${id.value} paid ${formatMoney(paid.value)} for the claim, but ${formatMoney(forLines)} for its lines${off}`, {
        fixes: due >= 0 ? [replace(paid, formatX12Money(due), `Set the payment to ${formatMoney(due)}`)] : [],
      });
    }
  },
});

/** By how much a payer’s decisions on the lines are more than the lines charge. */
function overpaid(lines: readonly SentLine[], payer: string): number {
  let sum = 0;
  for (const { charge, decisions } of lines) {
    const own = decisions.filter((one) => one.payer.value === payer);
    if (charge && own.length > 0) sum += own.reduce((all, one) => all + (one.paid?.value ?? 0) + one.adjusted, -charge.value);
  }
  return sum;
}

/** Is the amount of an adjustment missing? */
function hasBareAdjustment({ sent, source }: Claim): boolean {
  if (!sent) return false;
  const row = x12Row(sent.document, source, sent.first);
  let isBare = false;
  eachSegment(sent.document, sent, ['CAS'], (segment) => {
    row.go(segment);
    isBare ||= !row.money(3);
  });
  return isBare;
}
