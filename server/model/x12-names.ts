// People and organizations of any X12 transaction, as far as what they have in common can be judged: numbers, addresses, dates of birth.
import type { Transaction, X12Document } from '../syntax/x12/read';
import { type OpenParty, addressOf, partyOf } from './lower-837-party';
import type { Party } from './definitions';
import type { Source } from './value';
import { type X12Row, x12Row } from './x12-row';

/** The day on which a transaction was made, as its head says. */
export function madeOn(document: X12Document, { first, end }: Pick<Transaction, 'first' | 'end'>, source: Source): string | undefined {
  const row = x12Row(document, source, first);
  let made: string | undefined;
  for (let i = first; i < end && i < first + 3; i += 1) made = madeBy(row, row.go(i)) ?? made;
  return made;
}

function madeBy(row: X12Row, name: string): string | undefined {
  return name === 'BHT' ? row.day(4)?.value : name === 'BPR' ? row.day(16)?.value : undefined;
}

/** Hands on each party when it is complete, with the day on which the transaction was made: `known` where its head is not among the segments. */
export function visitNames(
  document: X12Document,
  { first, end }: Transaction,
  source: Source,
  take: (party: Party, made: string | undefined) => void,
  known?: string,
): void {
  const row = x12Row(document, source, first);
  const made = known ?? madeOn(document, { first, end }, source);
  let party: OpenParty | undefined;
  const done = (): void => {
    if (party) take(party, made);
    party = undefined;
  };
  for (let i = first; i < end; i += 1) {
    switch (row.go(i)) {
      case 'NM1':
        done();
        party = partyOf(row, source);
        break;
      case 'N1':
        done();
        party = { source, head: row.at(2), npi: row.text(3) === 'XX' ? row.value(4) : undefined };
        break;
      case 'N3':
        if (party) party.street = row.at(1);
        break;
      case 'N4':
        if (party) party.address = addressOf(party, row);
        break;
      case 'DMG':
        if (party && row.text(1) === 'D8') party.born = row.day(2);
        break;
      case 'PRV':
        if (party && row.text(2) === 'PXC') party.taxonomy = row.value(3);
        break;
      case 'HL':
      case 'CLP':
      case 'LX':
      case 'SVC':
        done();
        break;
    }
  }
  done();
}
