// A payer that has decided says when.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** AMT01. */
const PAID = 'D';

export default rule({
  on: 'transaction',
  types: ['837'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'Another payer that has paid says when it decided',
  why: 'The next payer counts its time for filing from that day, and sends the claim back without it.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2330B and 2430 DTP*573'],
  transaction: '2330B DTP',
  bad: [
    'SBR*S*18*0098765******CI\nafter PRV*PE: SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055',
  ],
  good: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055~DTP*573*D8*20260825`,
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055
after REF*6R: SVD*60055*100*HC:99213:25**1~CAS*CO*45*45~DTP*573*D8*20260825`,
  ],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let anyPaid = false;
    eachSegment(document, transaction, ['AMT'], (segment) => {
      row.go(segment);
      anyPaid ||= row.text(1) === PAID;
    });
    if (!anyPaid) return;
    /** Payers of the claim that have paid, by their ids; those without a date yet. */
    const undated = new Map<string, Value<string>>();
    /** Ids by which lines name the payers that decided. */
    const named = new Set<string>(),
      deciders = new Set<string>();
    let paid = false,
      inLine = false;
    let payer = '';
    const close = (): void => {
      // A line with the id of no payer is told as such: it may mean this one.
      if ([...deciders].every((one) => named.has(one)))
        for (const at of undated.values()) report(at, 'This payer has paid, but when it decided (DTP*573) is missing');
      for (const one of [undated, named, deciders]) one.clear();
      paid = inLine = false;
      payer = '';
    };
    eachSegment(document, transaction, ['HL', 'CLM', 'SBR', 'AMT', 'NM1', 'DTP', 'LX', 'SVD', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'HL' || name === 'CLM' || name === 'SE') close();
      else if (name === 'SBR') paid = false;
      else if (name === 'LX') inLine = true;
      else if (name === 'SVD') {
        undated.delete(row.text(1));
        deciders.add(row.text(1));
      } else if (inLine) return;
      else if (name === 'AMT') paid ||= row.text(1) === PAID && (row.money(2)?.value ?? 0) > 0;
      else if (name === 'NM1' && row.text(1) === 'PR') {
        payer = row.text(9);
        named.add(payer);
        if (paid) undated.set(payer, row.at(1));
      } else if (name === 'DTP' && row.text(1) === '573') undated.delete(payer);
    });
    // A level shown by itself has no SE.
    close();
  },
});
