// Tree of a superbill document → what it defines. Reads only what parsed; resolves nothing.
import type { Entry, Spanned, Spec, SuperbillTree } from '../syntax/superbill/nodes';
import * as grammar from '../syntax/superbill/grammar';
import type { AccidentItem, AdjudicatedItem, DiagnosisItem, PaymentItem, TransportItem } from '../syntax/superbill/items';
import type { ServiceItem } from '../syntax/superbill/service-line';
import type { Name } from '../syntax/superbill/values';
import type {
  Accident,
  Adjudicated,
  Contract,
  Coverage,
  Defined,
  Definitions,
  Diagnosis,
  Encounter,
  Facility,
  Fee,
  Party,
  Patient,
  PatientPayment,
  Payer,
  Practice,
  Provider,
  Service,
  Transport,
  Written,
} from './definitions';
import type { Source, Value } from './value';

/** What blocks say. A block that is taken over from an earlier reading says the same. */
const known = new WeakMap<Entry, { readonly source: Source; readonly said: Said }>();

type Said = readonly Fee[] | Defined | undefined;

/** What a document defines, in order of writing. Blocks without an id are left out: they have a problem in the tree. */
export function lowerSuperbill(tree: SuperbillTree, source: Source): Definitions {
  const practices: Practice[] = [],
    providers: Provider[] = [],
    facilities: Facility[] = [],
    payers: Payer[] = [];
  const fees: Fee[] = [],
    patients: Patient[] = [],
    encounters: Encounter[] = [],
    contracts: Contract[] = [];
  for (const block of tree.blocks) {
    let found = known.get(block);
    if (found?.source !== source) known.set(block, (found = { source, said: lowerBlock(new Reader(block, source)) }));
    const { said } = found;
    if (!said) continue;
    if (!('kind' in said)) {
      for (const fee of said) fees.push(fee);
      continue;
    }
    switch (said.kind) {
      case 'practice':
        practices.push(said);
        break;
      case 'provider':
        providers.push(said);
        break;
      case 'facility':
        facilities.push(said);
        break;
      case 'payer':
        payers.push(said);
        break;
      case 'patient':
        patients.push(said);
        break;
      case 'encounter':
        encounters.push(said);
        break;
      case 'contract':
        contracts.push(said);
        break;
    }
  }
  return { source, practices, providers, facilities, payers, fees, patients, encounters, contracts };
}

function lowerBlock(at: Reader): Said {
  switch (at.entry.spec) {
    case grammar.PRACTICE:
      return lowerPractice(at);
    case grammar.PROVIDER:
      return withId<Provider>(at, (id) => ({ kind: 'provider', id, ...party(at, id) }));
    case grammar.FACILITY:
      return lowerFacility(at);
    case grammar.PAYER:
      return lowerPayer(at);
    case grammar.FEES:
      return lowerFees(at);
    case grammar.PATIENT:
      return lowerPatient(at);
    case grammar.ENCOUNTER:
      return lowerEncounter(at);
    case grammar.CONTRACT:
      return lowerContract(at);
    default:
      return undefined;
  }
}

/** Reads the lines below an entry by their row of the grammar. */
class Reader {
  constructor(
    readonly entry: Entry,
    readonly source: Source,
  ) {}

  /** The first line of that kind. */
  find<T>(spec: Spec<T>): Entry<T> | undefined {
    return this.entry.entries.find((one): one is Entry<T> => one.spec === spec);
  }

  all<T>(spec: Spec<T>): Entry<T>[] {
    return this.entry.entries.filter((one): one is Entry<T> => one.spec === spec);
  }

  /** The lines of a kind in all sections of a kind. */
  items<T>(section: Spec, item: Spec<T>): Entry<T>[] {
    return this.all(section).flatMap((one) => this.below(one).all(item));
  }

  /** The value of the first line of that kind. */
  get<T>(spec: Spec<Spanned<T>>): Value<T> | undefined {
    const value = this.find(spec)?.value;
    return value && this.value(value);
  }

  value<T>(spanned: Spanned<T>): Value<T> {
    return { value: spanned.value, span: spanned.span, source: this.source };
  }

  some<T>(spanned: Spanned<T> | undefined): Value<T> | undefined {
    return spanned && this.value(spanned);
  }

  /** Which lines are there that could not be read. */
  unread(): Written {
    const words = this.entry.entries.flatMap((one) => one.unread ?? []);
    return words.length > 0 ? { unread: new Set(words) } : {};
  }

  below(entry: Entry): Reader {
    return new Reader(entry, this.source);
  }

  keyword(): Value<string> {
    const span = this.entry.keyword?.span ?? this.entry.line.content;
    return { value: this.source.text.slice(span.start, span.end), span, source: this.source };
  }
}

function withId<T>(at: Reader, make: (id: Value<string>) => Omit<T, 'source' | 'span'>): T | undefined {
  const id = at.entry.value as Spanned<string> | undefined;
  return id && ({ ...make(at.value(id)), source: at.source, span: at.entry.span } as T);
}

function party(at: Reader, head: Value<string>): Party {
  const taxId = at.find(grammar.TAX_ID)?.value;
  return {
    source: at.source,
    head,
    name: at.get(grammar.NAME),
    npi: at.get(grammar.NPI),
    taxonomy: at.get(grammar.TAXONOMY),
    address: at.get(grammar.ADDRESS),
    phone: at.get(grammar.PHONE),
    born: at.get(grammar.BORN),
    sex: at.get(grammar.SEX),
    ...at.unread(),
    ...(taxId && { taxId: at.value({ value: { kind: taxId.kind, number: taxId.number.value }, span: taxId.number.span }) }),
  };
}

function lowerPractice(at: Reader): Practice | undefined {
  return withId(at, (id) => ({
    kind: 'practice',
    id,
    ...party(at, id),
    payTo: at.get(grammar.PAY_TO),
    submitter: at.get(grammar.SUBMITTER),
    contact: at.get(grammar.CONTACT),
    email: at.get(grammar.EMAIL),
    clia: at.get(grammar.CLIA),
    mammography: at.get(grammar.MAMMOGRAPHY),
  }));
}

function lowerFacility(at: Reader): Facility | undefined {
  return withId(at, (id) => ({
    kind: 'facility',
    id,
    ...party(at, id),
    place: at.get(grammar.PLACE),
    clia: at.get(grammar.CLIA),
    mammography: at.get(grammar.MAMMOGRAPHY),
  }));
}

function lowerPayer(at: Reader): Payer | undefined {
  return withId(at, (id) => ({
    kind: 'payer',
    id,
    ...party(at, id),
    payerId: at.get(grammar.PAYER_ID),
    filing: upper(at.get(grammar.FILING)),
    timelyFiling: at.get(grammar.TIMELY_FILING),
    exchange: at.get(grammar.EXCHANGE),
    authorization: at
      .all(grammar.PAYER_AUTHORIZATION)
      .flatMap((line) => line.value ?? [])
      .map((code) => upper(at.value(code))),
  }));
}

function lowerFees(at: Reader): Fee[] {
  return at.all(grammar.FEE).flatMap((line) => {
    const item = line.value;
    if (!item?.code) return [];
    return [
      {
        source: at.source,
        span: line.span,
        code: upper(at.value(item.code)),
        charge: at.some(item.charge),
        description: at.some(item.description),
      },
    ];
  });
}

function lowerPatient(at: Reader): Patient | undefined {
  return withId(at, (id) => ({
    kind: 'patient',
    id,
    ...party(at, id),
    coverages: at
      .all(grammar.COVERAGE)
      .map((line) => lowerCoverage(at.below(line)))
      .filter((one): one is Coverage => one !== undefined),
  }));
}

function lowerCoverage(at: Reader): Coverage | undefined {
  const subscriber = at.find(grammar.SUBSCRIBER);
  return withId(at, (id) => ({
    kind: 'coverage',
    id,
    head: id,
    payer: at.get(grammar.COVERAGE_PAYER),
    member: at.get(grammar.MEMBER),
    group: at.get(grammar.GROUP),
    relationship: at.get(grammar.RELATIONSHIP),
    effective: at.get(grammar.EFFECTIVE),
    ends: at.get(grammar.ENDS),
    copay: at.get(grammar.COPAY),
    medicareSecondary: at.get(grammar.MEDICARE_SECONDARY),
    ...at.unread(),
    ...(subscriber && { subscriber: lowerSubscriber(at.below(subscriber), subscriber.value) }),
  }));
}

function lowerSubscriber(at: Reader, name: Spanned<Name> | undefined): Party {
  return { ...party(at, at.keyword()), name: at.some(name) };
}

function lowerEncounter(at: Reader): Encounter | undefined {
  const head = at.entry.value as { id: Spanned<string>; form?: Spanned<Encounter['form']> } | undefined;
  if (!head) return undefined;
  const id = at.value(head.id);
  const accident = at.find(grammar.ACCIDENT),
    transport = at.find(grammar.TRANSPORT);
  const diagnoses = at.find(grammar.DIAGNOSES),
    services = at.find(grammar.SERVICES);
  return {
    kind: 'encounter',
    source: at.source,
    span: at.entry.span,
    id,
    head: id,
    form: head.form?.value ?? 'professional',
    practice: at.get(grammar.ENCOUNTER_PRACTICE),
    patient: at.get(grammar.ENCOUNTER_PATIENT),
    date: at.get(grammar.DATE),
    place: at.get(grammar.PLACE),
    rendering: at.get(grammar.RENDERING),
    referring: at.get(grammar.REFERRING),
    ordering: at.get(grammar.ORDERING),
    supervising: at.get(grammar.SUPERVISING),
    facility: at.get(grammar.ENCOUNTER_FACILITY),
    coverages: at
      .all(grammar.ENCOUNTER_COVERAGE)
      .flatMap((line) => line.value ?? [])
      .map((one) => at.value(one)),
    authorization: at.get(grammar.AUTHORIZATION),
    referral: at.get(grammar.REFERRAL),
    accident: accident?.value && at.value({ value: lowerAccident(at, accident.value), span: accident.line.content }),
    casualtyClaim: at.get(grammar.CASUALTY_CLAIM),
    transport: transport?.value && at.value({ value: lowerTransport(at, transport.value), span: transport.line.content }),
    pickUp: at.get(grammar.PICK_UP),
    dropOff: at.get(grammar.DROP_OFF),
    admitted: at.get(grammar.ADMITTED),
    discharged: at.get(grammar.DISCHARGED),
    onset: at.get(grammar.ONSET),
    lastSeen: at.get(grammar.LAST_SEEN),
    lmp: at.get(grammar.LMP),
    assignment: at.get(grammar.ASSIGNMENT),
    delayReason: at.get(grammar.DELAY_REASON),
    replaces: at.get(grammar.REPLACES),
    voids: at.get(grammar.VOIDS),
    claimNote: at.get(grammar.CLAIM_NOTE),
    note: at.get(grammar.NOTE),
    ...at.unread(),
    sections: {
      ...(diagnoses && { diagnoses: at.below(diagnoses).keyword() }),
      ...(services && { services: at.below(services).keyword() }),
    },
    diagnoses: at.items(grammar.DIAGNOSES, grammar.DIAGNOSIS).map((line, i) => lowerDiagnosis(at, line, i + 1)),
    services: at.items(grammar.SERVICES, grammar.SERVICE).map((line, i) => lowerService(at, line, i + 1)),
    payments: at.items(grammar.PAYMENTS, grammar.PAYMENT).map(({ value }) => lowerPayment(at, value)),
    adjudicated: at.all(grammar.ADJUDICATED).map((entry) => lowerAdjudicated(at.below(entry), entry)),
  };
}

function lowerAccident(at: Reader, { kinds, date, state }: AccidentItem): Accident {
  return { kinds: kinds.map((kind) => kind.value), date: at.some(date), state: at.some(state) };
}

function lowerTransport(at: Reader, { reason, miles, weight, roundTrip, stretcher }: TransportItem): Transport {
  return {
    reason: at.some(reason),
    miles: at.some(miles),
    weight: at.some(weight),
    roundTrip: at.some(roundTrip),
    stretcher: at.some(stretcher),
  };
}

function lowerDiagnosis(at: Reader, { value: item, span }: Entry<DiagnosisItem>, position: number): Diagnosis {
  return {
    source: at.source,
    span,
    position,
    letter: at.some(item?.letter),
    code: at.some(item?.code),
    description: at.some(item?.description),
  };
}

const UNREAD_LINE: ReadonlySet<string> = new Set(['service']);

function lowerService(at: Reader, { value: item, span, unread }: Entry<ServiceItem>, position: number): Service {
  return {
    source: at.source,
    span,
    position,
    code: upper(at.some(item?.code)),
    modifiers: (item?.modifiers ?? []).map((one) => at.value(one)),
    pointers: (item?.pointers ?? []).map((one) => at.value(one)),
    units: at.some(item?.units),
    minutes: at.some(item?.minutes),
    charge: at.some(item?.charge),
    date: at.some(item?.date),
    place: at.some(item?.place),
    rendering: at.some(item?.rendering),
    ordering: at.some(item?.ordering),
    note: at.some(item?.note),
    emergency: at.some(item?.emergency),
    line: at.some(item?.line),
    unread: unread === undefined ? undefined : UNREAD_LINE,
    ...(item?.ndc && { ndc: { ...item.ndc, code: at.value(item.ndc.code) } }),
  };
}

function lowerPayment(at: Reader, item: PaymentItem | undefined): PatientPayment {
  return { date: at.some(item?.date), kind: at.some(item?.kind), amount: at.some(item?.amount), method: at.some(item?.method) };
}

function lowerAdjudicated(at: Reader, { value: head, span }: Entry<AdjudicatedItem>): Adjudicated {
  return {
    source: at.source,
    span,
    coverage: at.some(head?.coverage),
    date: at.some(head?.date),
    paid: at.some(head?.paid),
    adjustments: head?.adjustments ?? [],
    lines: at
      .all(grammar.ADJUDICATED_LINE)
      .flatMap((line) =>
        line.value?.line
          ? [{ line: line.value.line.value, paid: line.value.paid?.value ?? 0, adjustments: line.value.adjustments, span: line.span }]
          : [],
      ),
  };
}

function lowerContract(at: Reader): Contract | undefined {
  const values = <T>(spec: Spec<T>): T[] => at.all(spec).flatMap((line) => (line.value === undefined ? [] : [line.value]));
  return withId(at, (id) => ({
    kind: 'contract',
    id,
    members: values(grammar.CONTRACT_MEMBER).map((one) => ({ ...one, member: at.value(one.member) })),
    authorizations: values(grammar.CONTRACT_AUTHORIZATION),
    requiresAuthorization: values(grammar.REQUIRE_AUTHORIZATION)
      .flat()
      .map((code) => code.value.toUpperCase()),
    allow: values(grammar.ALLOW),
    deductible: at.get(grammar.DEDUCTIBLE)?.value,
    coinsurance: at.find(grammar.COINSURANCE)?.value,
    copay: at.get(grammar.COPAY)?.value,
    deny: values(grammar.DENY),
    bundle: values(grammar.BUNDLE),
    timelyFiling: at.get(grammar.TIMELY_FILING)?.value,
  }));
}

function upper<T extends Value<string> | undefined>(value: T): T {
  return value && { ...value, value: value.value.toUpperCase() };
}
