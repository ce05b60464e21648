// The language as a table: which blocks there are, what may stand in them, what each line means. Everything that
// knows keywords (parser, completion, hover, formatter, colours) reads it from here.
import type { LineCursor, Slot, Spanned, Spec } from './nodes';
import { allowItem, authorizationItem, bundleItem, denyItem, memberItem, percentage } from './contract-items';
import { accidentItem, adjudicatedItem, adjudicatedLine, diagnosisItem, feeItem, paymentItem, taxIdItem, transportItem } from './items';
import { OTHER_ANSWERS, OTHER_RELATIONSHIPS, OTHER_SEXES } from './other-words';
import { serviceItem } from './service-line';
import { giveLine } from './signs';
import {
  address,
  choice,
  date,
  dateRange,
  duration,
  id,
  missing,
  money,
  name,
  nothingMore,
  text,
  word,
  wordAhead,
  wordsAhead,
} from './values';

interface Options {
  readonly children?: readonly Spec[];
  readonly item?: Spec;
  readonly free?: boolean;
  readonly many?: boolean;
}

function spec<T>(
  keyword: string,
  example: string,
  doc: string,
  slots: readonly Slot[],
  read: (cursor: LineCursor) => T | undefined,
  options: Options = {},
): Spec<T> {
  return {
    keyword,
    example: keyword ? `${keyword} ${example}`.trim() : example,
    doc,
    slots,
    children: options.children ?? [],
    read(cursor) {
      const value = read(cursor);
      const own = options.item && cursor.peek();
      if (own) giveLine(cursor, { start: own.start, end: cursor.end.start }, `Below “${keyword}” each stands on a line of its own`, true);
      if (own) cursor.rest('text');
      else nothingMore(cursor);
      return value;
    },
    ...(options.item && { item: options.item }),
    ...(options.free && { free: true }),
    ...(options.many && { many: true }),
  };
}

const words = (what: string) => (cursor: LineCursor) => text(cursor, what);
/** The id of something; who writes its name in its place is told the id. */
const reference = (what: string) => (cursor: LineCursor) => {
  const [first = '', ...more] = wordsAhead(cursor);
  return more.length > 0 || first.includes(',') ? cursor.rest('reference') : id(cursor, 'reference', what);
};
const definition = (what: string) => (cursor: LineCursor) => id(cursor, 'definition', what);
const digits = (what: string) => (cursor: LineCursor) => word(cursor, 'number', what);
const code = (what: string) => (cursor: LineCursor) => word(cursor, 'code', what);
/** A code that begins with a digit; who writes its name in its place is told the code. */
const codeOrWords = (what: string) => (cursor: LineCursor) =>
  /^[a-z]{2}/i.test(wordAhead(cursor)) ? cursor.rest('code') : word(cursor, 'code', what);

/** Words up to the end of the line, at least one. */
const several =
  (kind: 'code' | 'reference', what: string) =>
  (cursor: LineCursor): Spanned<string>[] => {
    const found: Spanned<string>[] = [];
    for (let next = cursor.take(kind); next; next = cursor.take(kind)) found.push(next);
    if (found.length === 0) missing(cursor, what);
    return found;
  };

export const RELATIONSHIPS = ['self', 'spouse', 'child', 'employee', 'organ-donor', 'cadaver-donor', 'life-partner', 'other'] as const;
export const SEXES = ['F', 'M', 'U'] as const;
export const EXCHANGES = ['training', 'folder', 'sftp', 'core', 'rest'] as const;
export const FORMS = ['professional', 'institutional', 'dental'] as const;

export const NAME = spec('name', 'Doe, Jane Q', 'Last name, first and middle name; or the name of an organization.', ['free'], name);
export const NPI = spec(
  'npi',
  '1234567893',
  'National Provider Identifier: ten digits, the last one a check digit.',
  ['free'],
  digits('an NPI'),
);
export const TAXONOMY = spec(
  'taxonomy',
  '207Q00000X',
  'What kind of provider: a code of the NUCC provider taxonomy.',
  ['taxonomy'],
  codeOrWords('a taxonomy code'),
);
export const ADDRESS = spec(
  'address',
  '100 Main St, Springfield IL 62701-1234',
  'Street, perhaps a second line, city, state and ZIP. Billing and facility addresses need the ZIP with nine digits.',
  ['free'],
  address,
);
export const PHONE = spec('phone', '217-555-0100', 'Telephone with area code.', ['free'], words('a telephone number'));
export const BORN = spec('born', '1968-03-14', 'Date of birth.', ['date'], date);
export const SEX = spec('sex', 'F', 'F, M or U (unknown), as the payer has it on file.', ['sex'], (cursor) =>
  choice(cursor, SEXES, 'a sex', OTHER_SEXES),
);
export const CLIA = spec(
  'clia',
  '14D1234567',
  'Number of the laboratory’s CLIA certificate, needed for laboratory tests.',
  ['free'],
  code('a CLIA number'),
);

export const MAMMOGRAPHY = spec(
  'mammography',
  '123456',
  'Number of the certificate for mammography.',
  ['free'],
  digits('a certificate number'),
);

export const TAX_ID = spec(
  'tax-id',
  'ein 36-1234567',
  'The billing provider’s tax number: `ein` for an employer’s, `ssn` for a person’s.',
  ['tax-id', 'free'],
  taxIdItem,
);
export const PAY_TO = spec(
  'pay-to',
  'PO Box 12, Springfield IL 62705-0012',
  'Where payments go, if not to the address. A post office box belongs here.',
  ['free'],
  address,
);
export const SUBMITTER = spec(
  'submitter',
  'RIV001',
  'The practice’s id at its payers or clearinghouse.',
  ['free'],
  digits('a submitter id'),
);
export const CONTACT = spec('contact', 'Billing Office', 'Whom a payer asks.', ['free'], words('a name'));
export const EMAIL = spec('email', 'billing@example.com', 'E-mail of the contact.', ['free'], words('an address'));

export const PRACTICE = spec('practice', 'RIVERSIDE', 'The practice that bills.', ['new-id'], definition('an id for the practice'), {
  children: [NAME, NPI, TAX_ID, TAXONOMY, ADDRESS, PAY_TO, PHONE, EMAIL, SUBMITTER, CONTACT, CLIA, MAMMOGRAPHY],
  many: true,
});
export const PROVIDER = spec('provider', 'CURIE', 'A clinician.', ['new-id'], definition('an id for the provider'), {
  children: [NAME, NPI, TAXONOMY, ADDRESS, PHONE],
  many: true,
});
export const PLACE = spec(
  'place',
  '11',
  'Where the service was given: a place-of-service code.',
  ['place'],
  codeOrWords('a place of service'),
);
export const FACILITY = spec(
  'facility',
  'SURGICENTER',
  'A place outside the practice where services are given.',
  ['new-id'],
  definition('an id for the facility'),
  { children: [NAME, NPI, PLACE, ADDRESS, PHONE, CLIA, MAMMOGRAPHY], many: true },
);
export const PAYER_ID = spec('payer-id', '60054', 'The payer’s number for electronic claims.', ['free'], digits('a payer number'));
export const FILING = spec(
  'filing',
  'CI',
  'What kind of insurance: a claim filing indicator, e.g. CI commercial, MB Medicare Part B, MC Medicaid.',
  ['filing'],
  code('a filing indicator'),
);
export const TIMELY_FILING = spec('timely-filing', '120 days', 'How long after the service the payer takes a claim.', ['free'], duration);
export const PAYER_AUTHORIZATION = spec(
  'authorization',
  '70551 70552',
  'Services that this payer wants authorized first.',
  ['procedure'],
  several('code', 'a service code'),
  { many: true },
);
export const EXCHANGE = spec('exchange', 'training', 'The way out: `training` is the payer built into Superbill.', ['exchange'], (cursor) =>
  word(cursor, 'word', 'an exchange'),
);
export const PAYER = spec('payer', 'AETNA', 'An insurance company or program.', ['new-id'], definition('an id for the payer'), {
  children: [NAME, PAYER_ID, FILING, TIMELY_FILING, PAYER_AUTHORIZATION, EXCHANGE, ADDRESS, PHONE],
  many: true,
});

export const FEE = spec(
  '',
  '99213  145.00  Office visit, established, low complexity',
  'A service, its charge for one unit, and the practice’s words for it.',
  ['procedure', 'money', 'free'],
  feeItem,
);
export const FEES = spec('fees', '', 'The charge master: what the practice charges.', [], () => true, { item: FEE, many: true });

export const COVERAGE_PAYER = spec('payer', 'AETNA', 'Who insures.', ['payer'], reference('a payer'));
export const MEMBER = spec('member', 'W123456789', 'The member id, as on the card.', ['free'], words('a member id'));
export const GROUP = spec('group', '0098765', 'Group or policy number.', ['free'], words('a group number'));
export const RELATIONSHIP = spec(
  'relationship',
  'self',
  'What the patient is to the person who holds the policy.',
  ['relationship'],
  (cursor) => choice(cursor, RELATIONSHIPS, 'a relationship', OTHER_RELATIONSHIPS),
);
export const SUBSCRIBER = spec('subscriber', 'Doe, John M', 'Who holds the policy, if it is not the patient.', ['free'], name, {
  children: [BORN, SEX, ADDRESS],
});
export const EFFECTIVE = spec('effective', '2025-01-01', 'First day of the coverage.', ['date'], date);
export const ENDS = spec('ends', '2026-12-31', 'Last day of the coverage.', ['date'], date);
export const COPAY = spec('copay', '25.00', 'What the patient pays at a visit.', ['money'], money);
export const MEDICARE_SECONDARY = spec(
  'medicare-secondary',
  '12',
  'Why Medicare pays second: 12 working aged, 13 kidney disease, 14 no-fault, 15 work, 41 black lung, 43 disability, 47 liability.',
  ['free'],
  code('a reason'),
);
export const COVERAGE = spec(
  'coverage',
  'AETNA-1',
  'An insurance of the patient; the first one is the primary.',
  ['new-id'],
  definition('an id for the coverage'),
  { children: [COVERAGE_PAYER, MEMBER, GROUP, RELATIONSHIP, SUBSCRIBER, EFFECTIVE, ENDS, COPAY, MEDICARE_SECONDARY], many: true },
);
export const PATIENT = spec(
  'patient',
  'DOE-JANE',
  'A patient and how the patient is insured.',
  ['new-id'],
  definition('an id for the patient'),
  { children: [NAME, BORN, SEX, ADDRESS, PHONE, EMAIL, COVERAGE], many: true },
);

export const NOTE = spec(
  'note',
  '',
  'What was seen and done, in free text. Terms, abbreviations and codes in it are explained.',
  ['free'],
  (cursor) => cursor.rest('note') ?? { value: '', span: cursor.end },
  { free: true },
);
export const DIAGNOSIS = spec(
  '',
  'A  M17.11  Unilateral primary osteoarthritis, right knee',
  'Letter, diagnosis code, and its words.',
  ['free', 'diagnosis', 'free'],
  diagnosisItem,
);
export const DIAGNOSES = spec('diagnoses', '', 'Why: up to twelve diagnoses, the most important first.', [], () => true, {
  item: DIAGNOSIS,
});
export const SERVICE = spec(
  '',
  '99213-25  AB  145.00',
  'What was done: code with modifiers, the letters of its diagnoses, units, charge.',
  ['procedure'],
  serviceItem,
);
export const SERVICES = spec('services', '', 'What was done: one line a service.', [], () => true, { item: SERVICE });
export const PAYMENT = spec(
  '',
  '2026-11-02  copay  25.00  card',
  'What the patient paid: date, kind, amount, way.',
  ['date', 'payment-kind', 'money', 'payment-method'],
  paymentItem,
);
export const PAYMENTS = spec('payments', '', 'What the patient has paid for this visit.', [], () => true, { item: PAYMENT });
export const ADJUDICATED_LINE = spec(
  'line',
  '1 paid 80.00 CO-45 20.00 PR-2 10.00',
  'What the payer decided on a service line.',
  ['free'],
  adjudicatedLine,
  { many: true },
);
export const ADJUDICATED = spec(
  'adjudicated',
  'AETNA-1 2026-11-20 paid 80.00',
  'What another payer decided, from a paper remittance.',
  ['coverage', 'date', 'free', 'money'],
  adjudicatedItem,
  { children: [ADJUDICATED_LINE], many: true },
);

export const ENCOUNTER_PRACTICE = spec(
  'practice',
  'RIVERSIDE',
  'Which practice bills, where there are several.',
  ['practice'],
  reference('a practice'),
);
export const ENCOUNTER_PATIENT = spec('patient', 'DOE-JANE', 'Who was seen.', ['patient'], reference('a patient'));
export const DATE = spec('date', '2026-11-02', 'Day of the visit, or first..last day.', ['date'], dateRange);
export const RENDERING = spec('rendering', 'CURIE', 'Who gave the service.', ['provider'], reference('a provider'));
export const REFERRING = spec('referring', 'HOUSE', 'Who sent the patient.', ['provider'], reference('a provider'));
export const ORDERING = spec('ordering', 'HOUSE', 'Who ordered the service.', ['provider'], reference('a provider'));
export const SUPERVISING = spec('supervising', 'HOUSE', 'Who supervised the service.', ['provider'], reference('a provider'));
export const ENCOUNTER_FACILITY = spec('facility', 'SURGICENTER', 'Where, if not at the practice.', ['facility'], reference('a facility'));
export const ENCOUNTER_COVERAGE = spec(
  'coverage',
  'AETNA-1',
  'Which coverages, the primary first; without it the patient’s, in order.',
  ['coverage'],
  several('reference', 'a coverage'),
  { many: true },
);
export const AUTHORIZATION = spec(
  'authorization',
  'A123456',
  'The payer’s prior authorization number.',
  ['free'],
  words('an authorization number'),
);
export const REFERRAL = spec('referral', 'R98765', 'The payer’s referral number.', ['free'], words('a referral number'));
export const CASUALTY_CLAIM = spec(
  'casualty-claim',
  '12-3456',
  'The number that an auto, liability or workers’ compensation insurance gave the case (box 11b).',
  ['free'],
  words('a claim number'),
);
export const ACCIDENT = spec(
  'accident',
  'auto 2026-10-30 IL',
  'An accident caused it: auto, work or other, its date, and the state for auto.',
  ['accident', 'date', 'state'],
  accidentItem,
);
export const TRANSPORT = spec(
  'transport',
  'nearest 21 miles',
  'An ambulance ride: why there (the nearest place, for a physician, the family, a specialist, rehabilitation), and how many miles. ' +
    'Perhaps the patient’s weight, and why there and back or on a stretcher: weight 180 round-trip "…" stretcher "…".',
  ['transport', 'free'],
  transportItem,
);
export const PICK_UP = spec('pick-up', '9 Birch Rd, Springfield IL 62704-1111', 'Where an ambulance ride began.', ['free'], address);
export const DROP_OFF = spec(
  'drop-off',
  '800 Hospital Way, Springfield IL 62701-5000',
  'Where an ambulance ride ended.',
  ['free'],
  address,
);
export const ADMITTED = spec('admitted', '2026-11-01', 'Day of admission to a hospital.', ['date'], date);
export const DISCHARGED = spec('discharged', '2026-11-04', 'Day of discharge.', ['date'], date);
export const ONSET = spec('onset', '2026-10-20', 'When the illness or its symptoms began.', ['date'], date);
export const LAST_SEEN = spec(
  'last-seen',
  '2026-09-15',
  'When the attending physician last saw the patient (foot care, therapy).',
  ['date'],
  date,
);
export const LMP = spec('lmp', '2026-08-01', 'First day of the last menstrual period.', ['date'], date);
export const ASSIGNMENT = spec(
  'assignment',
  'yes',
  'Does the practice take the payer’s allowed amount as full payment? Default yes.',
  ['yes-no'],
  (cursor) => choice(cursor, ['yes', 'no', 'lab-only'] as const, 'an answer', OTHER_ANSWERS),
);
export const DELAY_REASON = spec('delay-reason', '1', 'Why the claim is late: a code of 1 to 11, or 15.', ['free'], code('a reason'));
export const REPLACES = spec(
  'replaces',
  '2026110200017',
  'The payer’s number of the claim that this one corrects: it goes out with frequency 7.',
  ['free'],
  words('the payer’s claim number'),
);
export const VOIDS = spec(
  'voids',
  '2026110200017',
  'The payer’s number of the claim to be taken back: it goes out with frequency 8.',
  ['free'],
  words('the payer’s claim number'),
);
export const CLAIM_NOTE = spec(
  'claim-note',
  'Patient moved between visits',
  'A short note that goes out with the claim.',
  ['free'],
  words('a note'),
);

export const ENCOUNTER = spec(
  'encounter',
  'E1001',
  'A visit: who, when, why, what.',
  ['new-id', 'free'],
  (cursor) => {
    const name = id(cursor, 'definition', 'an id for the encounter');
    const form = cursor.peek() ? choice(cursor, FORMS, 'a kind of encounter') : undefined;
    return name && { id: name, ...(form && { form }) };
  },
  {
    children: [
      ENCOUNTER_PRACTICE,
      ENCOUNTER_PATIENT,
      DATE,
      PLACE,
      RENDERING,
      REFERRING,
      ORDERING,
      SUPERVISING,
      ENCOUNTER_FACILITY,
      ENCOUNTER_COVERAGE,
      AUTHORIZATION,
      REFERRAL,
      ACCIDENT,
      CASUALTY_CLAIM,
      TRANSPORT,
      PICK_UP,
      DROP_OFF,
      ADMITTED,
      DISCHARGED,
      ONSET,
      LAST_SEEN,
      LMP,
      ASSIGNMENT,
      DELAY_REASON,
      REPLACES,
      VOIDS,
      CLAIM_NOTE,
      NOTE,
      DIAGNOSES,
      SERVICES,
      PAYMENTS,
      ADJUDICATED,
    ],
    many: true,
  },
);

export const CONTRACT_MEMBER = spec(
  'member',
  'W123456789 Doe, Jane Q 1968-03-14 from 2025-01-01',
  'A member whom the training payer knows: id, name, date of birth, days of coverage.',
  ['free'],
  memberItem,
  { many: true },
);
export const CONTRACT_AUTHORIZATION = spec(
  'authorization',
  'A123456 70551 units 2',
  'An authorization on file: its number, the services it is for, and how many units.',
  ['free', 'procedure'],
  authorizationItem,
  { many: true },
);
export const ALLOW = spec(
  'allow',
  '99213 92.50',
  'What the payer allows for a service: an amount for one unit, or a part of the charge; `*` stands for all others.',
  ['procedure', 'money'],
  allowItem,
  { many: true },
);
export const DEDUCTIBLE = spec('deductible', '500.00', 'What a member has still to pay before the plan does.', ['money'], money);
export const COINSURANCE = spec('coinsurance', '20%', 'The member’s part of the allowed amount.', ['free'], percentage);
export const DENY = spec(
  'deny',
  '97110 CO-96 N130',
  'A service that the payer does not pay, with its reason and remark codes.',
  ['procedure', 'adjustment'],
  denyItem,
  { many: true },
);
export const BUNDLE = spec(
  'bundle',
  '36415 into 80053',
  'A service that is paid as part of another one on the same day.',
  ['procedure', 'free', 'procedure'],
  bundleItem,
  { many: true },
);
export const REQUIRE_AUTHORIZATION = spec(
  'requires-authorization',
  '70551 70552',
  'Services that are denied without an authorization on file.',
  ['procedure'],
  several('code', 'a service code'),
  { many: true },
);

export const CONTRACT = spec(
  'contract',
  'AETNA',
  'What the training payer knows and the practice does not. Only the training payer reads it.',
  ['payer'],
  reference('a payer'),
  {
    children: [
      CONTRACT_MEMBER,
      CONTRACT_AUTHORIZATION,
      REQUIRE_AUTHORIZATION,
      ALLOW,
      DEDUCTIBLE,
      COINSURANCE,
      COPAY,
      DENY,
      BUNDLE,
      TIMELY_FILING,
    ],
    many: true,
  },
);

/** What may stand at column 0. */
export const BLOCKS: readonly Spec[] = [PRACTICE, PROVIDER, FACILITY, PAYER, FEES, PATIENT, ENCOUNTER, CONTRACT];
