// A contact can be reached: ten digits of a telephone, an @ in an e-mail address.
import { eachSegment } from '../../model/each-segment';
import { isNoPhone, phoneFault } from '../../model/identifiers';
import { x12Row } from '../../model/x12-row';
import { replace, rule } from '../rule';

/** Telephone, facsimile, home, work, cellular and other numbers. */
const TELEPHONES: ReadonlySet<string> = new Set(['TE', 'FX', 'HP', 'WP', 'CP', 'AP', 'BN']);

/** How many segments may lie between a billing provider’s name and its contact. */
const NEAR = 8;

export default rule({
  on: 'transaction',
  piecewise: true,
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A contact has a telephone number of ten digits or an e-mail address with its @',
  why: 'Receivers refuse a contact that cannot be reached.',
  cites: ['ASC X12N 837P 005010X222A1, loops 1000A and 2010AA PER04'],
  transaction: 'PER04',
  bad: [
    'PER*IC*BILLING OFFICE*TE*217-555-0100',
    'PER*IC*BILLING OFFICE*TE*217555010',
    'PER*IC*BILLING OFFICE*EM*office.example.com',
    '835\nPER*BL*PROVIDER LINE*TE*800555',
    '834\nPER*IP**HP*555014',
  ],
  good: ['PER*IC*BILLING OFFICE*TE*2175550100*EX*12', 'PER*IC*BILLING OFFICE*EM*office@riverside.example'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    // The claim guides say how a number is written; of other files receivers are more patient.
    const ofClaim = transaction.type === '837';
    eachSegment(document, transaction, ['PER'], (segment) => {
      // Of a billing provider, document/invalid-phone speaks.
      const billing = ofClaim && isBilling(row, segment);
      row.go(segment);
      for (const n of [3, 5, 7]) {
        const kind = row.text(n),
          at = row.at(n + 1);
        if (at.value === '') continue;
        const isPhone = TELEPHONES.has(kind);
        const fault = isPhone && !(billing && kind === 'TE') ? phoneFault(at.value) : undefined;
        if (fault === undefined && isPhone && /\D/.test(at.value)) {
          const digits = at.value.replace(/\D/g, '');
          report(at, `In a file a telephone number is digits alone: ${digits}`, {
            severity: 'error',
            transaction: `PER${String(n + 1).padStart(2, '0')}`,
            fixes: digits.length === 10 ? [replace(at, digits, `Change to ${digits}`, true)] : [],
          });
        } else if (fault !== undefined)
          report(at, `${at.value} is not a telephone number: ${fault}`, {
            severity: ofClaim && (isNoPhone(at.value) || at.value.startsWith('0')) ? 'error' : 'warning',
            transaction: `PER${String(n + 1).padStart(2, '0')}`,
          });
        else if (kind === 'EM' && !/^[^@\s]+@[^@\s]+$/.test(at.value))
          report(at, `${at.value} is not an e-mail address`, {
            severity: ofClaim ? 'error' : 'warning',
            transaction: `PER${String(n + 1).padStart(2, '0')}`,
          });
      }
    });
  },
});

function isBilling(row: ReturnType<typeof x12Row>, segment: number): boolean {
  for (let i = segment; i > Math.max(segment - NEAR, 0); i -= 1) if (row.go(i) === 'NM1') return row.text(1) === '85';
  return false;
}
