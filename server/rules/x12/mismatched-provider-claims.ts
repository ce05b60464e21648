// An acknowledgement counts and adds up the claims of each provider as it lists them.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { isRefused } from '../acknowledged-claims';
import { rule } from '../rule';

/** HL03. */
const SUBMITTER = '21',
  PROVIDER = '19',
  PATIENT = 'PT';
/** QTY01 and AMT01 of refused claims; the others there are of accepted ones. */
const OF_REFUSED = new Set(['QC', 'YY']);

interface Stated {
  readonly at: Value<string> | Value<number>;
  readonly amount: number;
  readonly isMoney: boolean;
  readonly refused: boolean;
}

export default rule({
  on: 'transaction',
  types: ['277'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'What is said of a provider’s claims agrees with the claims listed below',
  why: 'The provider who trusts the sum misses a claim that was refused or lost.',
  cites: ['ASC X12N 277CA 005010X214, loop 2200C QTY and AMT'],
  transaction: '2200C',
  bad: ['QTY*QA*0~QTY*QC*1', 'QTY*QC*2', 'AMT*YU*200', 'AMT*YY*150'].map(
    (said) => `277CA\nafter NM1*85: TRN*1*0~STC*A1:19:PR**WQ*400~${said}`,
  ),
  good: [
    '277CA\nafter NM1*85: TRN*1*0~STC*A1:19:PR**WQ*400~QTY*QA*1~QTY*QC*1~AMT*YU*255~AMT*YY*145',
    // A provider refused as a whole counts claims that are not listed.
    '277CA\nlast: HL*6*2*19*0~NM1*85*1*REED*IAN****XX*1992012348~TRN*1*0~STC*A3:25:85**U*150~QTY*QC*3~AMT*YY*150',
  ],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    let level = '',
      fresh = false,
      claims = 0;
    let stated: Stated[] = [];
    const sides = { accepted: { count: 0, money: 0 }, refused: { count: 0, money: 0 } };
    const close = (): void => {
      for (const { at, amount, isMoney, refused } of claims > 0 ? stated : []) {
        const side = refused ? sides.refused : sides.accepted;
        const truth = isMoney ? side.money : side.count;
        if (amount === truth) continue;
        const said = (sum: number): string => (isMoney ? formatMoney(sum) : String(sum));
        report(
          at,
          `${said(amount)} ${refused ? 'refused' : 'accepted'} are told of the provider, the claims listed come to ${said(truth)}`,
          // Some payers list only a part of the claims.
          { transaction: isMoney ? '2200C AMT02' : '2200C QTY02', ...(amount > truth && { severity: 'warning' }) },
        );
      }
      stated = [];
      claims = 0;
      for (const side of [sides.accepted, sides.refused]) side.count = side.money = 0;
    };
    eachSegment(document, transaction, ['HL', 'TRN', 'QTY', 'AMT', 'STC', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'SE') close();
      else if (name === 'HL') {
        level = row.text(3);
        if (level === PROVIDER || level === SUBMITTER) close();
      } else if (name === 'TRN') fresh = true;
      else if (name === 'STC') {
        if (level !== PATIENT || !fresh) return;
        fresh = false;
        claims += 1;
        const side = isRefused(row.text(1)) ? sides.refused : sides.accepted;
        side.count += 1;
        side.money += row.money(4)?.value ?? 0;
      } else if (level === PROVIDER) {
        const isMoney = name === 'AMT';
        const at = isMoney ? row.money(2) : row.value(2);
        if (at) stated.push({ at, amount: Number(at.value), isMoney, refused: OF_REFUSED.has(row.text(1)) });
      }
    });
  },
});
