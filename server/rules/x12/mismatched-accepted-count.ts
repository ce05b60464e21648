// An acknowledgement counts the claims that it lists.
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { AcknowledgedClaims } from '../acknowledged-claims';
import { replace, rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['277'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The counts of accepted and refused claims agree with the claims listed',
  why: 'Who trusts the count misses a refused claim.',
  cites: ['ASC X12N 277CA 005010X214, loops 2200B and 2200C QTY'],
  transaction: '2200B QTY02',
  bad: [
    `277CA
QTY*AA*3`,
    '277CA\nno QTY*AA',
  ],
  good: [
    `277CA
QTY*AA*1`,
    // The provider says the same: its count is told.
    '277CA\nQTY*AA*2\nafter NM1*85: TRN*1*0~STC*A1:19:PR**WQ*400~QTY*QA*1~QTY*QC*2',
    // Two claims of one patient.
    '277CA\nQTY*AA*2\nAMT*YY*245\nSTC*A1:19:PR*20260902*WQ*500\nlast: TRN*2*E1003~STC*A7:507*20260902*U*100~STC*A7:21*20260902*U*100',
    // A provider refused as a whole counts claims that are not listed.
    `277CA
QTY*AA*4
AMT*YY*295
STC*A1:19:PR*20260902*WQ*550
last: HL*6*2*19*0~NM1*85*1*REED*IAN****XX*1992012348~TRN*1*0~STC*A3:25:85**U*150~QTY*QC*3~AMT*YY*150`,
  ],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    let level = '';
    let submitter: Value<string> | undefined;
    let counted: { readonly at: Value<string>; readonly refused: boolean }[] = [];
    const said = new AcknowledgedClaims();
    let fresh = false;
    const compare = (): void => {
      said.endProvider();
      for (const { at, refused } of counted) {
        const truth = refused ? said.refused : said.accepted;
        // Where the providers say the same, their counts are told.
        const isTold = Number(at.value) === said.byProviders[refused ? 'refused' : 'accepted'];
        if (said.accepted + said.refused > 0 && Number(at.value) !== truth && !isTold)
          report(at, `${at.value} ${refused ? 'refused' : 'accepted'} are counted, ${truth} listed`, {
            fixes: [replace(at, String(truth), `Set the count to ${truth}`)],
            // Some payers list only a part of the claims.
            ...(Number(at.value) > truth && { severity: 'warning' }),
          });
      }
      for (const [truth, refused] of [
        [said.accepted, false],
        [said.refused, true],
      ] as const)
        if (submitter && truth > 0 && !counted.some((one) => one.refused === refused))
          report(
            submitter,
            `${truth} ${refused ? 'refused' : 'accepted'} are listed, the count (QTY*${refused ? 'AA' : '90'}) is missing`,
            { severity: 'warning' },
          );
      counted = [];
      submitter = undefined;
      said.clear();
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'HL') {
        level = row.text(3);
        if (level === '21') compare();
        if (level === '19') said.endProvider();
      } else if (id === 'TRN') fresh = true;
      else if (id === 'STC' && level === '21') submitter = row.at(1);
      else if (id === 'QTY' && level === '21') counted.push({ at: row.at(2), refused: row.text(1) === 'AA' });
      else if (id === 'QTY' && level === '19') said.state(row.text(1) === 'QC' ? 'refused' : 'accepted', Number(row.text(2)) || 0);
      else if (id === 'STC' && level === 'PT' && fresh) {
        fresh = false;
        said.list(row.text(1), 1);
      } else if (id === 'SE') compare();
    }
  },
});
