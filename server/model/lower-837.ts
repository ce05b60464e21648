// An 837 → claims, in the shape that rules know. One pass; a claim is handed on as soon as it is complete, and let go.
import { enclosing } from '../syntax/x12/enclosing';
import { guideOf } from '../syntax/x12/guides';
import type { Transaction, X12Document } from '../syntax/x12/read';
import { inOneGo, type Steps } from '../syntax/steps';
import type { Span } from '../syntax/tree';
import type { Claim, ClaimCoverage } from './claim';
import type { Coverage, Party, Patient, Payer, Practice } from './definitions';
import { type ClaimMark, type ClaimOrder, EarlierClaims, type Sums } from './earlier-claims';
import { OpenClaim } from './lower-837-claim';
import { addressOf, asDefined, partyOf, type OpenParty } from './lower-837-party';
import { relationshipWordOf } from './relationships';
import type { EarlierLine, SentPayer, SentSubscriber } from './sent-claim';
import { TextSum } from './text-sum';
import type { Reference, Source, Value } from './value';
import { type X12Row, x12Row } from './x12-row';

/** Takes what a file holds, in its order. Parties are complete when they are handed on. */
export interface ClaimSink {
  /** `day`: when the transaction was made, ISO. */
  party?(party: Party, role: Role, day: string | undefined): void;
  practice?(practice: Practice): void;
  /** A policy holder who is the patient. */
  patient?(patient: Patient): void;
  /** `day`: the first day of service of the level's first claim. */
  coverage?(coverage: Coverage, patient: Patient, payer: Payer | undefined, day: string | undefined): void;
  claim(claim: Claim): void;
}

export interface LowerOptions {
  /** What the practice's own documents know of a payer, by its id in the file. */
  payer?(id: string): Payer | undefined;
}

/** All claims of the 837 transactions of a document. For large files give a sink to `visit837` instead. */
export function lower837(document: X12Document, source: Source, options?: LowerOptions): Claim[] {
  const claims: Claim[] = [];
  visit837(document, source, { claim: (claim) => claims.push(claim) }, options);
  return claims;
}

/** Hands on everything that the 837 transactions of a document hold. Total: what cannot be read is undefined. */
export function visit837(document: X12Document, source: Source, sink: ClaimSink, options: LowerOptions = {}): void {
  for (const interchange of document.interchanges)
    for (const group of interchange.groups)
      for (const transaction of group.transactions) {
        if (transaction.type === '837') visitTransaction(document, transaction, source, sink, options);
      }
}

/** The claims of one transaction. */
export function visitTransaction(
  document: X12Document,
  transaction: Transaction,
  source: Source,
  sink: ClaimSink,
  options: LowerOptions = {},
  earlier = new EarlierClaims(),
): void {
  inOneGo(visitTransactionSteps(document, transaction, source, sink, options, earlier));
}

/** So many segments are one step. */
const STEP = 500;

/** The same in steps of a few milliseconds. */
export function* visitTransactionSteps(
  document: X12Document,
  transaction: Transaction,
  source: Source,
  sink: ClaimSink,
  options: LowerOptions,
  earlier: EarlierClaims,
): Steps<void> {
  const reader = claimReader(document, transaction, source, sink, options, earlier);
  for (let i = transaction.first; i < transaction.end; i += STEP) {
    reader.take(i, Math.min(i + STEP, transaction.end));
    yield;
  }
  reader.finish(transaction.end);
}

/** Reads the claims of one transaction from its segments. */
export interface ClaimReader {
  /** Takes the segments from one number to before another. */
  take(from: number, to: number): void;
  /** Takes segments only for what they say of the claims that follow. */
  recall(from: number, to: number): void;
  /** Hands on what is still open. */
  finish(end: number): void;
}

export function claimReader(
  document: X12Document,
  transaction: Transaction,
  source: Source,
  sink: ClaimSink,
  options: LowerOptions,
  earlier: ClaimOrder,
): ClaimReader {
  const at: Standing = {
    document,
    transaction,
    source,
    sink,
    options,
    row: x12Row(document, source, transaction.first),
    earlier,
    isRecalled: false,
    level: '',
    form: formOf(document, transaction),
    fileDay: fileDayOf(document, transaction),
    purpose: '',
    dependent: undefined,
    pending: [],
    beside: NOTHING,
    owner: 'none',
  };
  const finish = (end: number): void => {
    endClaim(at, end);
    flush(at);
  };
  return {
    finish,
    take: (from, to) => takeSegments(at, from, to),
    recall(from, to) {
      at.isRecalled = true;
      takeSegments(at, from, to);
      finish(to);
      at.isRecalled = false;
    },
  };
}

/** A plain loop is quicker than one with steps in it. */
function takeSegments(at: Standing, from: number, to: number): void {
  const { row } = at;
  for (let i = from; i < to; i += 1) step(at, row.go(i), i);
}

type Role = 'practice' | 'provider' | 'facility' | 'payer' | 'patient' | 'subscriber' | 'other';

interface Standing {
  readonly document: X12Document;
  readonly transaction: Transaction;
  readonly source: Source;
  readonly sink: ClaimSink;
  readonly options: LowerOptions;
  readonly row: X12Row;
  readonly earlier: ClaimOrder;
  readonly form: Claim['form'];
  readonly fileDay: string;
  /** What is read now is only remembered, not handed on. */
  isRecalled: boolean;
  /** HL03 of the level, '' before the first one. */
  level: string;
  /** What the level above the patients said. */
  above?: OfLevel;
  /** The billing provider of the level of providers. */
  ofProvider?: Reference<Practice>;
  purpose: string;
  /** BHT04. */
  made?: string;
  taxonomy?: Value<string>;
  billing?: Reference<Practice>;
  subscriber?: SentSubscriber;
  group?: Value<string>;
  medicareSecondary?: Value<string>;
  holder?: OpenParty;
  member?: Value<string>;
  payer?: OpenParty;
  payerId?: Value<string>;
  /** Within a patient's level (2000C). */
  dependent: OpenParty | undefined;
  inPatientLevel?: boolean;
  relation?: Value<string>;
  died?: Value<string>;
  casualtyClaim?: Value<string>;
  /** Made once a level, when its first claim comes. */
  patient?: Reference<Patient>;
  coverage?: ClaimCoverage;
  /** The coverage waits for its first claim's day. */
  unjudged?: boolean;
  claim?: OpenClaim;
  /** The party that N3, N4, DMG, REF and PRV speak of. */
  party?: OpenParty;
  owner: string;
  pending: { party: OpenParty; role: Role }[];
  /** The claim before in this level, and the services of those before that. */
  before?: OpenClaim;
  beside: readonly EarlierLine[];
}

const NOTHING: readonly EarlierLine[] = [];

/** What a level of a policy holder says for all below it. */
type OfLevel = Pick<Standing, 'subscriber' | 'holder' | 'member' | 'payer' | 'payerId' | 'group' | 'medicareSecondary'>;

function step(at: Standing, id: string, segment: number): void {
  const { row } = at;
  switch (id) {
    case 'BHT':
      if (at.level !== '') return;
      at.purpose = row.text(6);
      at.made = row.day(4)?.value;
      return;
    case 'HL':
      return openLevel(at, segment);
    case 'CLM':
      return startClaim(at, segment);
    case 'NM1':
      return readName(at);
    case 'N3':
      if (at.party) {
        at.party.street = row.at(1);
        at.party.second = row.value(2);
      }
      return;
    case 'N4':
      if (at.party) at.party.address = addressOf(at.party, row);
      return;
    case 'PRV':
      if (at.owner === 'none' && !at.claim) at.taxonomy = row.value(3);
      else if (at.party && row.text(2) === 'PXC') at.party.taxonomy = row.value(3);
      return;
    case 'SE':
      endClaim(at, segment);
      flush(at);
      return;
  }
  if (at.claim) return at.claim.take(id);
  switch (id) {
    case 'SBR':
      return readSubscriber(at);
    case 'PAT':
      // Below the policy holder's level stands the patient's, also where HL03 has another code.
      if (!ABOVE_PATIENTS.has(at.level)) at.inPatientLevel = true;
      if (at.inPatientLevel) at.relation = row.value(1);
      at.died = row.day(6);
      return;
    case 'DMG':
      if (at.party) {
        at.party.born = row.text(1) === 'D8' ? row.day(2) : undefined;
        at.party.sex = sexOf(row.value(3));
      }
      return;
    case 'REF':
      return readReference(at);
    case 'PER':
      if (at.party && at.owner === '85') for (const n of [3, 5, 7]) if (row.text(n) === 'TE') at.party.phone ??= row.value(n + 1);
      return;
  }
}

/** HL03 of the billing provider and of the policy holder. */
const ABOVE_PATIENTS: ReadonlySet<string> = new Set(['', '20', '22']);

function openLevel(at: Standing, segment: number): void {
  endClaim(at, segment);
  flush(at);
  // Rules may have read elsewhere.
  at.row.go(segment);
  const level = at.row.text(3);
  closeLevel(at);
  at.level = level === '' ? 'none' : level;
  at.party = undefined;
  at.owner = 'none';
  at.patient = at.coverage = at.dependent = at.relation = at.died = at.taxonomy = at.casualtyClaim = undefined;
  at.inPatientLevel = level === '23';
  at.beside = NOTHING;
  at.before = undefined;
  if (level === '20') at.billing = at.ofProvider = undefined;
  if (level === '20' || level === '22') {
    at.subscriber = at.holder = at.member = at.payer = at.payerId = at.group = at.medicareSecondary = undefined;
  }
}

/** What a level says holds for those below it, not for those beside it. */
function closeLevel(at: Standing): void {
  if (at.level === '' || at.level === '20') at.ofProvider = at.billing;
  else at.billing = at.ofProvider;
  if (at.level === '' || at.level === '20' || at.level === '22') {
    const { subscriber, holder, member, payer, payerId, group, medicareSecondary } = at;
    at.above = { subscriber, holder, member, payer, payerId, group, medicareSecondary };
  } else Object.assign(at, at.above);
}

function readSubscriber(at: Standing): void {
  const { row } = at;
  at.subscriber = { order: row.at(1), relationship: row.at(2), filing: row.at(9), ownClaims: 0 };
  at.group = row.value(3);
  at.medicareSecondary = row.value(5);
}

/** Parties in claim and line, by NM101; all that only have an NPI are `provider`. */
const ROLES: Readonly<Record<string, Role>> = {
  '85': 'practice',
  IL: 'subscriber',
  QC: 'patient',
  PR: 'payer',
  '82': 'provider',
  DN: 'provider',
  P3: 'provider',
  DQ: 'provider',
  DK: 'provider',
  '71': 'provider',
  '72': 'provider',
  ZZ: 'provider',
  DD: 'provider',
  QB: 'provider',
  '77': 'facility',
  // Where to pay, and where a ride began and ended: addresses.
  '87': 'other',
  PE: 'other',
  PW: 'other',
  '45': 'other',
};

function readName(at: Standing): void {
  const { row } = at;
  const who = row.text(1);
  const role = ROLES[who];
  if (at.claim?.inOtherPayer && who !== 'IL' && who !== 'PR') {
    // Other payers know providers by numbers of their own: there is no name to judge.
    at.party = undefined;
    at.owner = who;
    return;
  }
  const party = partyOf(row, at.source);
  at.party = party;
  at.owner = who;
  if (role) at.pending.push({ party, role: who === 'IL' && !at.inPatientLevel && isSelf(at) && !at.claim ? 'patient' : role });
  if (at.claim) at.claim.name(who, party, row.value(9));
  else if (who === '85') {
    if (at.taxonomy) party.taxonomy = at.taxonomy;
    at.billing = { at: party.head, target: practiceOf(party) };
  } else if (who === 'IL') {
    at.holder = party;
    at.member = row.value(9);
  } else if (who === 'PR') {
    at.payer = party;
    at.payerId = row.value(9);
  } else if (who === 'QC') at.dependent = party;
}

function isSelf(at: Standing): boolean {
  return at.subscriber?.relationship.value === '18';
}

function practiceOf(party: OpenParty): Practice {
  return asDefined(party, 'practice') as unknown as Practice;
}

function readReference(at: Standing): void {
  const { row, party, owner } = at;
  const kind = row.text(1);
  if (kind === 'Y4' && (owner === 'IL' || owner === 'QC')) at.casualtyClaim = row.value(2);
  if (!party || owner !== '85' || (kind !== 'EI' && kind !== 'SY')) return;
  const number = row.value(2);
  if (number) party.taxId = { ...number, value: { kind: kind === 'EI' ? 'ein' : 'ssn', number: number.value } };
}

function sexOf(value: Value<string> | undefined): Value<'F' | 'M' | 'U'> | undefined {
  const sex = value?.value;
  // What is none of these is told by the guide.
  return value && { ...value, value: sex === 'F' || sex === 'M' ? sex : 'U' };
}

/** Hands on the parties that are complete. */
function flush(at: Standing): void {
  const { pending, sink } = at;
  if (pending.length === 0) return;
  at.pending = [];
  if (at.isRecalled) return;
  for (const { party, role } of pending) {
    sink.party?.(party, role, at.made);
    if (role === 'practice') sink.practice?.(party as unknown as Practice);
  }
}

function startClaim(at: Standing, segment: number): void {
  endClaim(at, segment);
  at.row.go(segment);
  if (!at.inPatientLevel && at.subscriber) at.subscriber.ownClaims += 1;
  if (!at.patient) openPatient(at);
  flush(at);
  at.party = undefined;
  at.claim = new OpenClaim(at.row, at.source, at.form, segment);
}

/** Patient and coverage of a level, when its first claim comes. */
function openPatient(at: Standing): void {
  const dependent = at.inPatientLevel === true;
  const party = dependent ? at.dependent : at.holder;
  const relation = dependent ? at.relation : at.subscriber?.relationship;
  const payer = payerOf(at);
  const holder = at.holder;
  if (party) {
    const relationship =
      relation && relation.value !== ''
        ? { value: relationshipWordOf(relation.value), span: relation.span, source: relation.source }
        : undefined;
    const coverage: Coverage = {
      kind: 'coverage',
      source: at.source,
      span: party.head.span,
      id: payer?.id ?? at.payerId ?? party.head,
      head: holder?.head ?? party.head,
      payer: payer?.id,
      member: at.member,
      group: at.group,
      relationship,
      medicareSecondary: at.medicareSecondary,
      subscriber: dependent ? holder : undefined,
    };
    party.coverages = [coverage];
    const patient = asDefined(party, 'patient') as unknown as Patient;
    at.patient = { at: party.head, target: patient };
    at.coverage = { at: at.subscriber?.order ?? party.head, coverage, payer, subscriber: holder };
    if (!dependent && !party.foreign && !at.isRecalled) at.sink.patient?.(patient);
    at.unjudged = true;
  }
}

function payerOf({ payer, payerId, subscriber, source, options }: Standing): Payer | undefined {
  if (!payer || !payerId) return undefined;
  return makePayer(payer, payerId, subscriber?.filing, source, options);
}

function makePayer(party: Party, id: Value<string>, filing: Value<string> | undefined, source: Source, options: LowerOptions): Payer {
  const known = options.payer?.(id.value);
  return {
    kind: 'payer',
    source,
    span: id.span,
    id: known ? { ...id, value: known.id.value } : id,
    head: party.head,
    name: party.name,
    payerId: id,
    filing: filing?.value ? filing : undefined,
    authorization: known?.authorization ?? [],
    timelyFiling: known?.timelyFiling,
  };
}

function endClaim(at: Standing, end: number): void {
  const { claim, source } = at;
  if (!claim) return;
  at.claim = undefined;
  flush(at);
  if (at.isRecalled) return;
  claim.finish();
  const { sameNumber, sameClaim } = at.earlier.add(markOf(at, claim));
  // Most levels have one claim.
  if (at.before) at.beside = linesWith(at, at.before);
  const whole: Span = { start: at.document.segments.starts[claim.first] ?? 0, end: at.document.segments.ends[end - 1] ?? 0 };
  const day = claim.day();
  if (at.unjudged && at.coverage && at.patient?.target) {
    at.unjudged = false;
    at.sink.coverage?.(at.coverage.coverage, at.patient.target, at.coverage.payer, day);
  }
  at.sink.claim({
    kind: 'claim',
    origin: 'x12',
    source,
    span: whole,
    head: claim.id,
    id: claim.id,
    form: at.form,
    billing: at.billing,
    patient: at.patient,
    coverages: coveragesOf(at, claim, claim.payers),
    unknownCoverages: [],
    date: claim.date,
    place: claim.place,
    rendering: claim.rendering,
    referring: claim.referring,
    supervising: claim.supervising,
    facility: claim.facility,
    authorization: claim.authorization,
    referral: claim.referral,
    accident: claim.accident,
    casualtyClaim: at.casualtyClaim,
    admitted: claim.admitted,
    discharged: claim.discharged,
    onset: claim.onset,
    lastSeen: claim.lastSeen,
    lmp: claim.lmp,
    delayReason: claim.delayReason,
    frequency: claim.frequencyAt.value === '7' || claim.frequencyAt.value === '8' ? claim.frequencyAt.value : '1',
    original: claim.original,
    diagnoses: claim.diagnoses,
    services: claim.services,
    payments: [],
    adjudicated: [],
    day,
    sent: claim.sent({
      document: at.document,
      transaction: at.transaction,
      end,
      purpose: at.purpose,
      fileDay: at.fileDay,
      subscriber: at.subscriber,
      dependent: at.inPatientLevel === true,
      died: at.died,
      sameNumber,
      sameClaim,
      beside: at.beside,
    }),
  });
  at.before = claim;
}

/** So many services of a patient are kept for the next claim. */
const MOST_BESIDE = 100;

/** The services of a level's claims, with those of one more. Nothing of the claim itself is kept. */
function linesWith({ beside, form, billing }: Standing, claim: OpenClaim): readonly EarlierLine[] {
  if (form === 'dental' || claim.frequencyAt.value === '7' || claim.frequencyAt.value === '8') return beside;
  const biller = billing?.target?.npi?.value ?? '',
    own = claim.rendering?.target?.npi?.value,
    number = detached(claim.id.value);
  const lines = claim.services.flatMap(({ code, modifiers, date, rendering, units }): EarlierLine[] => {
    const day = date?.value.from ?? claim.date?.value.from;
    if (!code || day === undefined) return [];
    const who = form === 'institutional' ? biller : (rendering?.target?.npi?.value ?? own ?? biller);
    return [{ claim: number, code: code.value, modifiers: modifiers.map(({ value }) => value), day, who, units: units?.value ?? 1 }];
  });
  return [...beside, ...lines].slice(-MOST_BESIDE);
}

/** Primary first, as the file says. */
function coveragesOf(at: Standing, claim: OpenClaim, payers: readonly SentPayer[]): ClaimCoverage[] {
  const own = at.coverage ? [at.coverage] : [];
  if (payers.length === 0) return own;
  const others = payers.map((one, i): ClaimCoverage => {
    const parts = claim.otherParties[i];
    const payer = parts?.payer && one.id ? makePayer(parts.payer, one.id, one.filing, at.source, at.options) : undefined;
    const coverage: Coverage = {
      kind: 'coverage',
      source: at.source,
      span: one.order.span,
      id: payer?.id ?? one.order,
      head: one.order,
      member: parts?.member,
      relationship: { ...one.relationship, value: relationshipWordOf(one.relationship.value) },
      ...(parts?.medicareSecondary && { medicareSecondary: parts.medicareSecondary }),
    };
    return { at: one.order, coverage, payer, subscriber: parts?.subscriber };
  });
  return [...own, ...others].sort((a, b) => ORDER.indexOf(a.at.value) - ORDER.indexOf(b.at.value));
}

const ORDER = ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U'];

/** What is kept of a claim for those that follow. */
function markOf(at: Standing, claim: OpenClaim): ClaimMark {
  return {
    number: detached(claim.id.value),
    frequency: detached(claim.frequencyAt.value),
    numbered: claim.id.value === '' ? undefined : numberSums(at, claim),
    said: claim.services.length === 0 ? undefined : contentSums(at, claim),
  };
}

/** A copy that does not keep the long text alive that it was cut from; short ones never do. */
function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Claims are numbered by billing providers. */
function numberSums(at: Standing, claim: OpenClaim): Sums {
  sums.clear();
  add(at.document.text, at.billing?.target?.npi);
  add(at.document.text, claim.id);
  return { first: sums.first, second: sums.second };
}

/** What makes two claims the same: who, for whom, why, what, when; not how it is numbered. */
function contentSums(at: Standing, claim: OpenClaim): Sums {
  const { text } = at.document;
  sums.clear();
  add(text, at.billing?.target?.npi);
  add(text, at.member);
  add(text, at.payerId);
  add(text, at.patient?.target?.head);
  add(text, at.patient?.target?.born);
  add(text, claim.frequencyAt);
  add(text, claim.total);
  add(text, claim.date);
  add(text, claim.rendering?.at);
  for (const { span } of claim.diagnoses) sums.add(text, span.start, span.end);
  for (const { code, modifiers, charge, units, date, span } of claim.services) {
    add(text, code ?? { span });
    for (const modifier of modifiers) add(text, modifier);
    add(text, charge);
    add(text, units);
    add(text, date);
  }
  // Dental lines differ by tooth alone.
  for (const { number, surfaces } of claim.teeth) {
    add(text, number);
    for (const surface of surfaces) add(text, surface);
  }
  for (const other of claim.payers) add(text, other.id);
  return { first: sums.first, second: sums.second };
}

const sums = new TextSum();

function add(text: string, value: { readonly span: Span } | undefined): void {
  if (value) sums.add(text, value.span.start, value.span.end);
}

function formOf(document: X12Document, transaction: Transaction): Claim['form'] {
  const id = guideOf(document, transaction)?.id;
  return id === '837I' ? 'institutional' : id === '837D' ? 'dental' : 'professional';
}

/**
 * The latest day that the envelopes or the beginning name: what a file speaks of lies before it. ISO; '' where there is none, or where
 * they lie years apart: envelopes of examples are handed on from file to file, and tell nothing of the day.
 */
export function fileDayOf(document: X12Document, { first, end }: Transaction): string {
  const { segments } = document;
  let latest = '',
    earliest = '9';
  const take = (written: string): void => {
    const day = written.length === 6 ? `20${written}` : written;
    if (!/^(?:19|20)\d{6}$/.test(day)) return;
    const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    if (iso > latest) latest = iso;
    if (iso < earliest) earliest = iso;
  };
  const { interchange, group } = enclosing(document, first);
  if (interchange?.isa !== undefined) take(segments.text(interchange.isa, 9));
  if (group?.gs !== undefined) take(segments.text(group.gs, 4));
  for (let i = first; i < Math.min(first + 3, end); i += 1) {
    const id = segments.id(i);
    if (id === 'BHT' || id === 'BGN') take(segments.text(i, id === 'BHT' ? 4 : 3));
  }
  return Number(latest.slice(0, 4)) - Number(earliest.slice(0, 4)) > 1 ? '' : latest;
}
