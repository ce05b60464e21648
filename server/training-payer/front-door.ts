// The front door: takes a claim in or turns it away, before anybody decides about money. What the 277CA will say.
import { daysBetween } from '../model/dates';
import type { Contract } from '../model/definitions';
import { npiFault } from '../model/identifiers';
import { sum } from '../model/money';
import { payerRank } from '../model/payer-order';
import { cleanData } from '../syntax/x12/write';
import type { TrainingContract } from './contract';
import { type Memory, findDuplicate, findOriginal, firstDay } from './memory';
import type { Person, SubmittedClaim } from './submission';

/** Claim status: category, status, entity, and a word to the biller. */
export interface Status {
  readonly category: string;
  readonly status: string;
  readonly entity?: string;
  readonly message?: string;
  /** The service line that it is about. */
  readonly line?: number;
}

export type Reception =
  | { readonly accepted: true; readonly contract: TrainingContract }
  | { readonly accepted: false; readonly contract?: TrainingContract; readonly status: Status };

/** Judges a claim by what is on file. The first thing that is wrong turns it away. */
export function receive(claim: SubmittedClaim, contracts: readonly TrainingContract[], memory: Memory): Reception {
  const contract = contracts.find((one) => one.payerId.toUpperCase() === claim.payer.id.trim().toUpperCase());
  if (!contract) {
    const message = `No contract with payer ${claim.payer.id} is on file here`;
    return { accepted: false, status: { category: 'A3', status: '116', entity: 'PR', message } };
  }
  const refuse = (category: string, status: string, entity?: string, message?: string, line?: number): Reception => ({
    accepted: false,
    contract,
    status: { category, status, ...(entity && { entity }), ...(message && { message }), ...(line && { line }) },
  });

  if (npiFault(claim.billing.npi) !== undefined) return refuse('A7', '562', '85', 'The billing NPI is not valid');
  const rendering = claim.rendering?.id || undefined;
  if (rendering && npiFault(rendering) !== undefined) return refuse('A7', '562', '82', 'The rendering NPI is not valid');
  const negative = claim.lines.find((line) => line.charge < 0);
  if (negative) return refuse('A7', '178', undefined, 'A charge is below zero', negative.position);
  const total = sum(claim.lines.map((line) => line.charge));
  if (total !== claim.charge) return refuse('A8', '400', undefined, 'The lines do not add up to the claim charge');
  const member = checkMember(claim, contract.contract);
  if (member) return { accepted: false, contract, status: member };

  if (claim.frequency === '7' || claim.frequency === '8') {
    const original = findOriginal(memory, claim);
    if (!original || !samePerson(original.claim, claim)) {
      const why = claim.original ? `No open claim has the number ${claim.original}` : 'The number of the earlier claim is missing';
      return refuse('A7', '464', undefined, why);
    }
    return { accepted: true, contract };
  }
  const duplicate = findDuplicate(memory, claim);
  if (duplicate) return refuse('A3', '54', undefined, `The same claim is on file as ${duplicate.payerNumber}`);
  const rank = payerRank(claim.order);
  const undecided = claim.others.find((one) => payerRank(one.order) < rank && one.paid === undefined);
  const missing = rank > 0 && (undecided !== undefined || claim.others.length === 0);
  if (missing) return refuse('A6', '171', undefined, 'What the payer before us decided is missing');
  const unbalanced = claim.lines.find((line) =>
    line.decisions.some((one) => one.paid + sum(one.adjustments.map((each) => each.amount)) !== line.charge),
  );
  if (unbalanced) return refuse('A8', '400', undefined, 'The earlier payer’s amounts do not add up to the charge', unbalanced.position);
  return { accepted: true, contract };
}

function samePerson(one: SubmittedClaim, other: SubmittedClaim): boolean {
  return idOf(one.subscriber.id) === idOf(other.subscriber.id);
}

/** Words before what the payer has on file instead. A real payer seldom tells; this one teaches. */
const ON_FILE = 'on file is';

/** Member id, name, date of birth and days of coverage against those on file. */
function checkMember(claim: SubmittedClaim, contract: Contract): Status | undefined {
  const { patient, subscriber } = claim;
  const who = claim.isSubscriber ? 'IL' : 'QC';
  const known = contract.members.filter((one) => idOf(one.member.value) === idOf(subscriber.id));
  if (known.length === 0) {
    const elsewhere = contract.members.find((one) => sameName(one.name, patient) && (!one.born || one.born === patient.born));
    return elsewhere
      ? {
          category: 'A7',
          status: '164',
          entity: 'IL',
          message: `The member id does not belong to this person; ${ON_FILE} ${elsewhere.member.value}`,
        }
      : { category: 'A3', status: '33', entity: 'IL', message: 'Nobody with this member id is on file' };
  }
  const named = known.filter((one) => sameName(one.name, patient));
  if (named.length === 0) {
    const sameBirth = known.some((one) => one.born !== undefined && one.born === patient.born);
    if (!claim.isSubscriber && !sameBirth && known.some((one) => sameName(one.name, subscriber))) {
      return { category: 'A3', status: '97', entity: 'QC', message: 'The patient is not on file under this policy' };
    }
    const samePerson = known.find((one) => one.born !== undefined && one.born === patient.born);
    return {
      category: 'A7',
      status: '125',
      entity: who,
      message: `The name is not the one for this member id${samePerson ? `; ${ON_FILE} ${samePerson.name.text}` : ''}`,
    };
  }
  const born = named.filter((one) => one.born === undefined || one.born === patient.born);
  if (born.length === 0)
    return {
      category: 'A7',
      status: '158',
      entity: who,
      message: `The date of birth is another one${named[0]?.born ? `; ${ON_FILE} ${named[0].born}` : ''}`,
    };
  const day = firstDay(claim);
  const covered = born.some((one) => (!one.from || daysBetween(one.from, day) >= 0) && (!one.to || daysBetween(day, one.to) >= 0));
  return covered || day === ''
    ? undefined
    : { category: 'A3', status: '88', entity: who, message: 'The coverage was not in force on the date of service' };
}

function idOf(member: string): string {
  return member.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function sameName(onFile: { readonly last: string; readonly first?: string }, person: Person): boolean {
  return letters(onFile.last) === letters(person.last) && letters(onFile.first ?? '') === letters(person.first);
}

/** Names are compared as a claim carries them: upper case, no accents, letters only. */
function letters(name: string): string {
  return cleanData(name).replace(/[^A-Z]/g, '');
}
