// What another payer paid, and what is left to the patient, is nothing or more; what it paid, it paid for some units.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** AMT01 of another payer’s amounts: paid, not covered, left to the patient. */
const AMOUNTS: Readonly<Record<string, string>> = { D: 'paid', A8: 'not covered', EAF: 'left to the patient' };
const LEFT = 'EAF',
  NOT_COVERED = 'A8';

const SECOND = `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*170~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1`;
const LINES = `
after REF*6R*E1001-1: SVD*OTHER1*90*HC:99213**1~CAS*CO*45*55~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`;

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Amounts of another payer are not below zero, and what it paid, it paid for some units',
  why: 'A receiver that pays second works out its share from these amounts, and refuses what cannot be.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2320 AMT and 2430 SVD02 and SVD05'],
  transaction: '2430 SVD02',
  bad: [
    (SECOND + LINES).replace('OTHER1*90', 'OTHER1*-90').replace('45*55', '45*235'),
    (SECOND + LINES).replace('HC:20610**1', 'HC:20610**0'),
    (SECOND + LINES).replace('AMT*D*170', 'AMT*D*170~AMT*EAF*-5'),
    (SECOND + LINES).replace('AMT*D*170', 'AMT*D*170~AMT*EAF*850'),
    SECOND.replace('AMT*D*170', 'AMT*A8*200'),
  ],
  good: [
    SECOND + LINES,
    SECOND.replace('AMT*D*170', 'AMT*A8*255'),
    (SECOND + LINES).replace('AMT*D*170', 'AMT*D*170~AMT*EAF*0'),
    (SECOND + LINES).replace('AMT*D*170', 'AMT*D*90').replace('OTHER1*80*HC:20610**1~CAS*CO*45*30', 'OTHER1*0*HC:20610**0~CAS*CO*45*110'),
  ],
  check({ sent, source }, { report }) {
    if (!sent || sent.payers.length === 0) return;
    const row = x12Row(sent.document, source, sent.first);
    eachSegment(sent.document, sent, ['AMT', 'SVD'], (segment, name) => {
      row.go(segment);
      const amount = row.money(2);
      if (name === 'SVD') {
        if (amount && amount.value < 0) report(amount, 'The other payer paid less than nothing for this line');
        const units = row.value(5);
        // Of a line that was denied some payers tell no units.
        if (units && (Number(units.value) < 0 || (Number(units.value) === 0 && amount && amount.value > 0)))
          report(units, `The other payer paid this line with ${units.value} units: tell those that it paid`, { transaction: '2430 SVD05' });
      } else if (amount && amount.value < 0 && Object.hasOwn(AMOUNTS, row.text(1)))
        report(amount, `An amount ${AMOUNTS[row.text(1)]} is not below zero`, { transaction: '2320 AMT02' });
      else if (amount && sent.total && row.text(1) === NOT_COVERED && amount.value !== sent.total.value)
        report(
          amount,
          `Of a payer that was passed over, all is not covered: the claim charges ${formatMoney(sent.total.value)}, not ${formatMoney(amount.value)}`,
          { transaction: '2320 AMT02' },
        );
      else if (amount && sent.total && row.text(1) === LEFT && amount.value > sent.total.value)
        report(
          amount,
          `More is left to the patient, ${formatMoney(amount.value)}, than the claim charges: ${formatMoney(sent.total.value)}`,
          { transaction: '2320 AMT02' },
        );
    });
  },
});
