// People and organizations of any X12 transaction, as far as what they have in common can be judged: numbers, addresses, dates of birth.
import type { Transaction, X12Document } from '../syntax/x12/read';
import { type OpenParty, addressOf, partyOf } from './lower-837-party';
import type { Party } from './definitions';
import type { Source } from './value';
import { x12Row } from './x12-row';

/** Hands on each party when it is complete, with the day on which the transaction was made. */
export function visitNames(
  document: X12Document, { first, end }: Transaction, source: Source, take: (party: Party, made: string | undefined) => void,
): void {
  const row = x12Row(document, source, first);
  let made: string | undefined;
  let party: OpenParty | undefined;
  const done = (): void => {
    if (party) take(party, made);
    party = undefined;
  };
  for (let i = first; i < end; i += 1) {
    switch (row.go(i)) {
      case 'BHT': made = row.day(4)?.value; break;
      case 'BPR': made = row.day(16)?.value; break;
      case 'NM1':
        done();
        party = partyOf(row, source);
        break;
      case 'N1':
        done();
        party = { source, head: row.at(2), npi: row.text(3) === 'XX' ? row.value(4) : undefined };
        break;
      case 'N3': if (party) party.street = row.at(1); break;
      case 'N4': if (party) party.address = addressOf(party, row); break;
      case 'DMG': if (party && row.text(1) === 'D8') party.born = row.day(2); break;
      case 'PRV': if (party && row.text(2) === 'PXC') party.taxonomy = row.value(3); break;
      case 'HL': case 'CLP': case 'LX': case 'SVC': done(); break;
    }
  }
  done();
}
