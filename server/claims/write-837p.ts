// Claims → the text of an 837P (005010X222A1): envelopes, submitter and receiver, and the levels provider › subscriber › patient.
import type { PriorDecision } from '../model/adjustment';
import type { Claim } from '../model/claim';
import { compactDate } from '../model/dates';
import type { Practice } from '../model/definitions';
import { groupBy } from '../model/group-by';
import { isMedicare } from '../model/identifiers';
import { payerOrder } from '../model/payer-order';
import { type Party, enclose } from '../model/x12-envelope';
import type { SegmentValue } from '../syntax/x12/write';
import { destination, memberId, patientIsSubscriber, priorDecisions, relationshipCode } from './destination';
import { addressSegments, contact, cut, demographics, nameElements, nm1, reference, taxonomy } from './parts';
import { claimSegments } from './write-claim';

export const PROFESSIONAL = '005010X222A1';

/** More claims than this go into a further transaction. */
const CLAIMS_A_TRANSACTION = 5000;

export interface OutgoingClaim {
  readonly claim: Claim;
  /** CLM01, from `claimControl`. */
  readonly control: string;
  /** Which coverage is billed, from 0; without it the first one that has not decided yet. */
  readonly billed?: number;
  /** What earlier payers decided by remittance; `adjudicated` blocks are read from the claim. */
  readonly decisions?: readonly PriorDecision[];
}

export interface Interchange {
  /** ISA13 and GS06. */
  readonly control: number;
  /** ISO. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  readonly usage: 'P' | 'T';
  /** The submitter's id: ISA06, GS02 and NM109 of loop 1000A. */
  readonly sender: string;
  /** The receiver's id: ISA08, GS03 and NM109 of loop 1000B. */
  readonly receiver: string;
}

export interface Batch {
  readonly claims: readonly OutgoingClaim[];
  readonly interchange: Interchange;
}

/** The text of the file. The claims must be without error findings: what is missing here is left empty, not reported. */
export function writeClaims({ claims, interchange }: Batch): string {
  const count = Math.max(1, Math.ceil(claims.length / CLAIMS_A_TRANSACTION));
  const segments = Array.from({ length: count }, (_, n) => {
    const own = claims.slice(n * CLAIMS_A_TRANSACTION, (n + 1) * CLAIMS_A_TRANSACTION);
    return transaction(own, interchange, n + 1);
  }).flat();
  const { sender, receiver, ...rest } = interchange;
  const envelope = { ...rest, from: party(sender), to: party(receiver), wantsReceipt: true };
  return enclose(envelope, { id: 'HC', version: PROFESSIONAL }, segments);
}

function party(id: string): Party {
  return { qualifier: 'ZZ', id, group: cut(id, 15) };
}

function transaction(claims: readonly OutgoingClaim[], interchange: Interchange, n: number): SegmentValue[] {
  const control = String(n).padStart(4, '0');
  const submitter = claims[0]?.claim.billing?.target;
  const segments: SegmentValue[] = [
    ['ST', '837', control, PROFESSIONAL],
    [
      'BHT',
      '0019',
      '00',
      `${String(interchange.control).padStart(9, '0')}${control}`,
      compactDate(interchange.date),
      interchange.time,
      'CH',
    ],
    ['NM1', '41', ...submitterName(submitter), '46', interchange.sender],
    ...submitterContact(submitter),
    ['NM1', '40', '2', cut(receiverName(claims) ?? interchange.receiver, 60), '', '', '', '', '46', interchange.receiver],
  ];
  let level = 0;
  // Claims of one practice stand together, in the order in which they were given.
  for (const [practice, own] of groupBy(claims, ({ claim }) => claim.billing?.target)) {
    const provider = ++level;
    segments.push(['HL', provider, '', '20', '1'], ...billingProvider(practice, submitter));
    for (const one of own) {
      const written = patientLevels(one, provider, level);
      level = written.level;
      for (const segment of written.segments) segments.push(segment);
    }
  }
  segments.push(['SE']);
  return segments;
}

function submitterName(practice: Practice | undefined): string[] {
  const [type, last, first, middle] = nameElements(practice?.name?.value);
  return [type, last, first, middle, '', ''];
}

/** 1000A wants at least one way to reach the submitter. */
function submitterContact(practice: Practice | undefined): SegmentValue[] {
  return contact(practice?.contact?.value ?? practice?.name?.value.text, practice?.phone?.value, practice?.email?.value);
}

function receiverName(claims: readonly OutgoingClaim[]): string | undefined {
  const first = claims[0];
  return first && billedCoverage(first).one?.payer?.name?.value.text;
}

/** Who speaks to whom: the submitter id of the practice, the number of the payer. */
export function addressesOf({ billing, coverages }: Claim, billed = 0): Pick<Interchange, 'sender' | 'receiver'> {
  const payer = coverages[billed]?.payer;
  return {
    sender: billing?.target?.submitter?.value ?? billing?.target?.npi?.value ?? 'SUPERBILL',
    receiver: payer?.payerId?.value ?? payer?.id.value ?? 'PAYER',
  };
}

/** PRV and loops 2010AA, 2010AB. */
function billingProvider(practice: Practice | undefined, submitter: Practice | undefined): SegmentValue[] {
  if (!practice) return [];
  const taxId = practice.taxId?.value;
  return [
    ...taxonomy('BI', practice),
    nm1('85', practice.name?.value, 'XX', practice.npi?.value),
    ...addressSegments(practice.address?.value),
    ...reference(taxId?.kind === 'ssn' ? 'SY' : 'EI', taxId?.number.replace(/\D/g, '')),
    // Only where it is not the contact that the submitter has named.
    ...(practice === submitter ? [] : submitterContact(practice)),
    ...payTo(practice),
  ];
}

/** Loop 2010AB. */
function payTo({ name, payTo: address }: Practice): SegmentValue[] {
  return address ? [['NM1', '87', nameElements(name?.value)[0]], ...addressSegments(address.value)] : [];
}

function billedCoverage(one: OutgoingClaim) {
  const decisions = priorDecisions(one.claim, one.decisions);
  const billed = one.billed ?? destination(one.claim, decisions);
  return { decisions, billed, one: one.claim.coverages[billed] };
}

/** Loops 2000B, 2010BA, 2010BB, for dependents 2000C and 2010CA, and the claim. */
function patientLevels(outgoing: OutgoingClaim, provider: number, last: number): { segments: SegmentValue[]; level: number } {
  const { claim, control } = outgoing;
  const { decisions, billed, one } = billedCoverage(outgoing);
  const patient = claim.patient?.target;
  const isSubscriber = !one || patientIsSubscriber(one);
  const holder = isSubscriber ? patient : one.subscriber;
  const payer = one?.payer;
  const filing = payer?.filing?.value;
  const secondary = isMedicare(filing) && billed > 0 ? (one?.coverage.medicareSecondary?.value ?? '') : '';
  const casualtyClaim = reference('Y4', claim.casualtyClaim?.value);
  const subscriberLevel = last + 1;
  const segments: SegmentValue[] = [
    ['HL', subscriberLevel, provider, '22', isSubscriber ? '0' : '1'],
    ['SBR', payerOrder(billed), isSubscriber ? '18' : '', one?.coverage.group?.value ?? '', '', secondary, '', '', '', filing ?? 'ZZ'],
    nm1('IL', holder?.name?.value, 'MI', one && memberId(one)),
    ...(isSubscriber && patient ? [...addressSegments(patient.address?.value), ...demographics(patient)] : []),
    ...(isSubscriber ? casualtyClaim : []),
    nm1('PR', payer?.name?.value, 'PI', payer?.payerId?.value, '2'),
    ...addressSegments(payer?.address?.value),
  ];
  if (!isSubscriber && one) {
    segments.push(
      ['HL', subscriberLevel + 1, subscriberLevel, '23', '0'],
      ['PAT', relationshipCode(one)],
      nm1('QC', patient?.name?.value, '', '', '1'),
    );
    if (patient) segments.push(...addressSegments(patient.address?.value), ...demographics(patient));
    segments.push(...casualtyClaim);
  }
  segments.push(...claimSegments(claim, control, billed, decisions));
  return { segments, level: subscriberLevel + (isSubscriber ? 0 : 1) };
}
