// What is done with a member agrees with what is done with the cover.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const ADDED = '021',
  ENDED = '024';
/** DTP01. */
const BEGIN = '348',
  END = '349',
  IN_FORCE = '303';
const ITS_DAY: Readonly<Record<string, { readonly kind: string; readonly what: string }>> = {
  [ADDED]: { kind: BEGIN, what: 'This cover is added: its first day (DTP*348) is missing' },
  [ENDED]: { kind: END, what: 'This cover ends: its last day (DTP*349) is missing' },
};

export default rule({
  on: 'transaction',
  piecewise: true,
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A member who is added has no cover that only ends, and the reverse; a cover is told once and with its day',
  why: 'The payer ends a new member or keeps one who has left, and pays or refuses claims by it.',
  cites: ['ASC X12N 834 005010X220A1, loops 2000 INS03 and 2300 HD'],
  transaction: '2300 HD01',
  bad: [
    '834\nHD*024**HLT*PLAN A*FAM\nafter DTP*348: DTP*349*D8*20261231',
    '834\nafter DTP*349: HD*024**HLT~DTP*349*D8*20260930',
    '834\nno DTP*349',
    '834\nno DTP*348\nafter HD*021**HLT*PLAN: DTP*349*D8*20261231',
  ],
  good: ['834\nHD*021**HLT*PLAN A*FAM', '834\nINS*Y*18*001*25*A***FT\nHD*024**HLT*PLAN A*FAM\nafter DTP*348: DTP*349*D8*20261231'],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '834') return;
    const row = x12Row(document, source, transaction.first);
    let member = '';
    /** The kind of change of a cover whose day has not come. */
    let undated: Value<string> | undefined;
    const told = new Set<string>();
    const close = (): void => {
      if (undated) report(undated, ITS_DAY[undated.value].what, { transaction: '2300 DTP01' });
      undated = undefined;
    };
    eachSegment(document, transaction, ['INS', 'HD', 'DTP'], (segment, name) => {
      row.go(segment);
      if (name === 'DTP') {
        const kind = row.text(1);
        if (undated && (kind === IN_FORCE || kind === ITS_DAY[undated.value].kind)) undated = undefined;
        return;
      }
      close();
      if (name === 'INS') {
        member = row.text(3);
        told.clear();
      } else {
        const cover = row.text(1);
        if (Object.hasOwn(ITS_DAY, cover)) undated = row.at(1);
        if (member === ADDED && cover === ENDED) report(row.at(1), 'The member is added (INS03 021), this cover ends');
        if (member === ENDED && cover === ADDED) report(row.at(1), 'The member ends (INS03 024), this cover is added');
        const said = [1, 3, 4, 5].map((n) => row.text(n)).join();
        if (told.has(said)) report(row.at(3), 'This cover of the member is told twice', { transaction: '2300 HD03' });
        told.add(said);
      }
    });
    close();
  },
});
