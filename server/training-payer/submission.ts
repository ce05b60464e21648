// Reads the claims of an 837 as a payer sees them: plain facts, no judgement. Total: what is absent is empty.
import { type Adjustment, readCas } from '../model/adjustment';
import { expandDate } from '../model/dates';
import { parseX12Money } from '../model/money';
import { type Enclosed, type Row, rowsOf, transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';
import type { X12Document } from '../syntax/x12/read';

export interface Person {
  readonly person: boolean;
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly suffix: string;
  readonly id: string;
  readonly born?: string;
  readonly sex?: string;
}

export interface SubmittedLine {
  readonly position: number;
  /** HC, AD, or NU for a revenue code alone. */
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** Cents. */
  readonly charge: number;
  /** UN or MJ. */
  readonly unit: string;
  readonly units: number;
  readonly place: string;
  readonly pointers: readonly string[];
  readonly emergency: boolean;
  readonly from: string;
  readonly to: string;
  /** REF*6R. */
  readonly control: string;
  readonly authorization: string;
  readonly note: string;
  readonly ndc: string;
  /** NPI of who gave it, where it is not the claim's. */
  readonly rendering: string;
  readonly decisions: readonly { readonly payer: string; readonly paid: number; readonly adjustments: readonly Adjustment[] }[];
}

export interface OtherPayer {
  readonly order: string;
  readonly id: string;
  readonly name: string;
  /** Cents; undefined where it has not decided. */
  readonly paid?: number;
  readonly adjustments: readonly Adjustment[];
}

export interface BillingProvider {
  readonly name: Person;
  readonly npi: string;
  readonly taxId: string;
  readonly address: readonly (readonly string[])[];
}

export interface SubmittedClaim {
  readonly control: string;
  /** Cents, CLM02. */
  readonly charge: number;
  readonly place: string;
  readonly frequency: string;
  readonly assignment: string;
  readonly delayReason: string;
  /** REF*F8. */
  readonly original: string;
  readonly authorization: string;
  readonly referral: string;
  /** Cents, AMT*F5. */
  readonly patientPaid: number;
  readonly note: string;
  readonly billing: BillingProvider;
  readonly payer: { readonly id: string; readonly name: string };
  /** SBR01. */
  readonly order: string;
  readonly filing: string;
  readonly group: string;
  readonly subscriber: Person;
  readonly patient: Person;
  readonly isSubscriber: boolean;
  /** PAT01. */
  readonly relationship: string;
  readonly diagnoses: readonly string[];
  readonly rendering?: Person;
  readonly referring?: Person;
  readonly others: readonly OtherPayer[];
  readonly lines: readonly SubmittedLine[];
  /** Position of CLM within its transaction, ST counted as 1. */
  readonly position: number;
}

/** The claims of one transaction, with the numbers by which they are answered. */
export interface Submission extends Enclosed {
  /** BHT03. */
  readonly reference: string;
  readonly submitter: Person;
  readonly receiver: Person;
  readonly claims: readonly SubmittedClaim[];
}

/** Every 837 of a document. */
export function readSubmissions(document: X12Document): Submission[] {
  return transactionsOf(document, '837').map((enclosed) => readTransaction(document, enclosed));
}

const NOBODY: Person = { person: false, last: '', first: '', middle: '', suffix: '', id: '' };

type OpenClaim = Omit<Writable<SubmittedClaim>, 'lines' | 'others' | 'diagnoses'> & {
  lines: OpenLine[];
  others: Writable<OtherPayer>[];
  diagnoses: string[];
};
type OpenLine = Omit<Writable<SubmittedLine>, 'decisions'> & { decisions: Writable<SubmittedLine['decisions'][number]>[] };

/** Where the reader stands; decides to whom a segment belongs. */
interface Standing {
  billing: Writable<BillingProvider>;
  subscriber: Writable<Person>;
  patient?: Writable<Person>;
  /** SBR01, SBR03 and SBR09. */
  coverage: { order: string; group: string; filing: string };
  relationship: string;
  payer: { id: string; name: string };
  claim?: OpenClaim;
  line?: OpenLine;
  other?: Writable<OtherPayer>;
  /** The role (NM101) whose N3, N4, DMG and REF follow. */
  role: string;
}

function readTransaction(document: X12Document, enclosed: Enclosed): Submission {
  const { transaction } = enclosed;
  const claims: OpenClaim[] = [];
  let reference = '',
    submitter = NOBODY,
    receiver = NOBODY;
  const at: Standing = {
    billing: nobodyBills(),
    subscriber: { ...NOBODY },
    coverage: NO_COVERAGE,
    relationship: '',
    payer: { id: '', name: '' },
    role: '',
  };
  for (const row of rowsOf(document, transaction)) {
    const { get } = row;
    switch (row.id) {
      case 'BHT':
        reference = get(3);
        break;
      case 'HL':
        openLevel(at, get(3));
        break;
      case 'SBR':
        if (at.claim) at.claim.others.push((at.other = { order: get(1), id: '', name: '', adjustments: [] }));
        else at.coverage = { order: get(1), group: get(3), filing: get(9) };
        break;
      case 'PAT':
        at.relationship = get(1);
        break;
      case 'NM1':
        at.role = get(1);
        if (at.role === '41') submitter = person(row);
        else if (at.role === '40') receiver = person(row);
        else readName(at, person(row));
        break;
      case 'CLM':
        claims.push(openClaim(at, row, row.segment - transaction.first + 1));
        break;
      case 'LX':
        openLine(at);
        break;
      default:
        readDetail(at, row);
    }
  }
  return { ...enclosed, reference, submitter, receiver, claims };
}

const NO_COVERAGE = { order: '', group: '', filing: '' };

const nobodyBills = (): Writable<BillingProvider> => ({ name: NOBODY, npi: '', taxId: '', address: [] });

function openLevel(at: Standing, level: string): void {
  at.claim = at.line = at.other = undefined;
  at.role = '';
  if (level === '20') at.billing = nobodyBills();
  if (level === '22') {
    at.subscriber = { ...NOBODY };
    at.patient = undefined;
    at.coverage = NO_COVERAGE;
    at.payer = { id: '', name: '' };
  }
  if (level !== '20') at.relationship = '';
}

function person({ get }: Row): Person {
  return { person: get(2) === '1', last: get(3), first: get(4), middle: get(5), suffix: get(7), id: get(9) };
}

function readName(at: Standing, name: Person): void {
  if (at.line) {
    if (at.role === '82') at.line.rendering = name.id;
  } else if (at.other) {
    if (at.role === 'PR') Object.assign(at.other, { id: name.id, name: name.last });
  } else if (at.claim) {
    if (at.role === '82') at.claim.rendering = name;
    else if (at.role === 'DN') at.claim.referring = name;
  } else if (at.role === '85') at.billing = { ...at.billing, name, npi: name.id };
  else if (at.role === 'IL') at.subscriber = { ...name };
  else if (at.role === 'QC') at.patient = { ...name };
  else if (at.role === 'PR') at.payer = { id: name.id, name: name.last };
}

function openClaim(at: Standing, { get, parts }: Row, position: number): OpenClaim {
  const [place = '', , frequency = ''] = parts(5);
  at.line = at.other = undefined;
  return (at.claim = {
    control: get(1),
    charge: parseX12Money(get(2)) ?? 0,
    place,
    frequency,
    assignment: get(7),
    delayReason: get(20),
    original: '',
    authorization: '',
    referral: '',
    patientPaid: 0,
    note: '',
    billing: at.billing,
    payer: at.payer,
    ...at.coverage,
    subscriber: at.subscriber,
    patient: at.patient ?? at.subscriber,
    isSubscriber: at.patient === undefined,
    relationship: at.relationship,
    diagnoses: [],
    others: [],
    lines: [],
    position,
  });
}

function openLine(at: Standing): void {
  if (!at.claim) return;
  at.other = undefined;
  at.claim.lines.push(
    (at.line = {
      position: at.claim.lines.length + 1,
      qualifier: '',
      code: '',
      modifiers: [],
      charge: 0,
      unit: '',
      units: 1,
      place: '',
      pointers: [],
      emergency: false,
      from: '',
      to: '',
      control: '',
      authorization: '',
      note: '',
      ndc: '',
      rendering: '',
      decisions: [],
    }),
  );
}

function readDetail(at: Standing, row: Row): void {
  if (at.line) readLineDetail(at.line, row);
  else if (at.other) readOtherDetail(at.other, row);
  else if (at.claim) readClaimDetail(at.claim, row);
  else readPartyDetail(at, row);
}

function readLineDetail(line: OpenLine, { id, get, parts }: Row): void {
  const procedure = (n: number): void => {
    const [qualifier = '', code = '', ...rest] = parts(n);
    Object.assign(line, { qualifier, code, modifiers: rest.slice(0, 4).filter(Boolean) });
  };
  const amounts = (charge: number, unit: number, units: number): void => {
    Object.assign(line, { charge: parseX12Money(get(charge)) ?? 0, unit: get(unit) || 'UN', units: Number(get(units) || 1) || 1 });
  };
  switch (id) {
    case 'SV1':
      procedure(1);
      amounts(2, 3, 4);
      Object.assign(line, { place: get(5), pointers: parts(7).filter(Boolean), emergency: get(9) === 'Y' });
      break;
    case 'SV2':
      if (get(2)) procedure(2);
      else Object.assign(line, { qualifier: 'NU', code: get(1) });
      amounts(3, 4, 5);
      break;
    case 'SV3':
      procedure(1);
      Object.assign(line, {
        charge: parseX12Money(get(2)) ?? 0,
        unit: 'UN',
        units: Number(get(6) || 1) || 1,
        pointers: parts(11).filter(Boolean),
      });
      break;
    case 'DTP':
      if (get(1) === '472') Object.assign(line, days(get(3)));
      break;
    case 'REF':
      if (get(1) === '6R') line.control = get(2);
      else if (get(1) === 'G1') line.authorization = get(2);
      break;
    case 'NTE':
      line.note = get(2);
      break;
    case 'LIN':
      line.ndc = get(3);
      break;
    case 'SVD':
      line.decisions.push({ payer: get(1), paid: parseX12Money(get(2)) ?? 0, adjustments: [] });
      break;
    case 'CAS': {
      const decision = line.decisions.at(-1);
      if (decision) decision.adjustments = [...decision.adjustments, ...readCas(get)];
    }
  }
}

function readOtherDetail(other: Writable<OtherPayer>, { id, get }: Row): void {
  if (id === 'AMT' && get(1) === 'D') other.paid = parseX12Money(get(2));
  else if (id === 'CAS') other.adjustments = [...other.adjustments, ...readCas(get)];
}

function readClaimDetail(claim: OpenClaim, { id, get, parts }: Row): void {
  if (id === 'REF') {
    if (get(1) === 'F8') claim.original = get(2);
    else if (get(1) === 'G1') claim.authorization = get(2);
    else if (get(1) === '9F') claim.referral = get(2);
  } else if (id === 'AMT' && get(1) === 'F5') claim.patientPaid = parseX12Money(get(2)) ?? 0;
  else if (id === 'NTE') claim.note = get(2);
  else if (id === 'HI') {
    for (let n = 1; n <= 12; n++) {
      const [qualifier = '', code = ''] = parts(n);
      if (/^A?B[KF]$/.test(qualifier) && code) claim.diagnoses.push(code);
    }
  }
}

function readPartyDetail(at: Standing, { id, get }: Row): void {
  const who = at.role === 'QC' ? at.patient : at.role === 'IL' ? at.subscriber : undefined;
  if (id === 'DMG' && who) Object.assign(who, { born: expandDate(get(2)), sex: get(3) });
  else if (at.role !== '85') return;
  else if (id === 'REF' && (get(1) === 'EI' || get(1) === 'SY')) at.billing.taxId = get(2);
  else if (id === 'N3' || id === 'N4') at.billing.address = [...at.billing.address, [id, get(1), get(2), get(3)]];
}

function days(written: string): { from: string; to: string } {
  const [from = '', to = from] = written.split('-').map((one) => expandDate(one) ?? '');
  return { from, to };
}
