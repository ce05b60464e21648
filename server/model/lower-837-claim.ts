// The segments between one CLM and the next, as a claim with its lines.
import type { DateRange } from '../syntax/superbill/values';
import type { Claim, ClaimService } from './claim';
import type { Accident, Diagnosis, Facility, Party, Provider } from './definitions';
import { asDefined, type OpenParty } from './lower-837-party';
import type { SentClaim, SentCode, SentDate, SentDecision, SentLine, SentPayer } from './sent-claim';
import type { Reference, Source, Value } from './value';
import type { X12Row } from './x12-row';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenService = { -readonly [K in keyof ClaimService]: ClaimService[K] };
type OpenLine = Omit<Writable<SentLine>, 'decisions' | 'service'> & {
  readonly service: OpenService;
  readonly decisions: Writable<SentDecision>[];
};

/** What is known of another payer's people. */
export interface OtherParties {
  subscriber?: Party;
  member?: Value<string>;
  payer?: Party;
  medicareSecondary?: Value<string>;
}

/** Where in the file a claim stands: known to the caller. */
export type SentPlace = Pick<
  SentClaim,
  'document' | 'transaction' | 'end' | 'purpose' | 'fileDay' | 'subscriber' | 'dependent' | 'died' | 'sameNumber' | 'sameClaim' | 'beside'
>;

const LETTERS = 'ABCDEFGHIJKL';
const ACCIDENTS: Readonly<Record<string, 'auto' | 'work' | 'other'>> = { AA: 'auto', EM: 'work', OA: 'other' };
const NONE: readonly never[] = [];

/** A claim whose segments are still being read. A class, since a large file makes hundreds of thousands. */
export class OpenClaim {
  readonly id: Value<string>;
  readonly total: Value<number> | undefined;
  readonly frequencyAt: Value<string>;
  readonly place: Value<string> | undefined;
  readonly services: OpenService[] = [];
  readonly diagnoses: Diagnosis[] = [];
  readonly otherParties: OtherParties[] = [];
  date: Value<DateRange> | undefined = undefined;
  rendering: Reference<Provider> | undefined = undefined;
  referring: Reference<Provider> | undefined = undefined;
  supervising: Reference<Provider> | undefined = undefined;
  facility: Reference<Facility> | undefined = undefined;
  authorization: Value<string> | undefined = undefined;
  referral: Value<string> | undefined = undefined;
  original: Value<string> | undefined = undefined;
  accident: Value<Accident> | undefined = undefined;
  admitted: Value<string> | undefined = undefined;
  discharged: Value<string> | undefined = undefined;
  onset: Value<string> | undefined = undefined;
  lastSeen: Value<string> | undefined = undefined;
  lmp: Value<string> | undefined = undefined;
  readonly delayReason: Value<string> | undefined;

  private readonly placeOrType: Value<string>;
  private readonly causes: readonly Value<string>[];
  private readonly codes: SentCode[] = [];
  private readonly lines: OpenLine[] = [];
  readonly payers: Writable<SentPayer>[] = [];
  readonly teeth: SentClaim['teeth'][number][] = [];
  private line: OpenLine | undefined = undefined;
  private decision: Writable<SentDecision> | undefined = undefined;
  private accidentDay: Value<string> | undefined = undefined;
  private statement: Value<DateRange> | undefined = undefined;
  private admissionType: Value<string> | undefined = undefined;
  private patientStatus: Value<string> | undefined = undefined;
  private clia: Value<string> | undefined = undefined;
  private patientPaid: Value<number> | undefined = undefined;
  private dates: SentDate[] | undefined = undefined;

  /** Starts at the row's CLM. */
  constructor(
    private readonly row: X12Row,
    private readonly source: Source,
    private readonly form: Claim['form'],
    readonly first: number,
  ) {
    this.id = row.at(1);
    this.total = row.money(2);
    const [place, , frequency] = row.parts(5);
    this.placeOrType = place;
    this.place = form === 'institutional' || place.value === '' ? undefined : place;
    this.frequencyAt = frequency ?? { value: '', span: place.span, source };
    this.causes = row.has(11) ? row.parts(11) : NONE;
    this.delayReason = row.value(20);
  }

  /** Between the SBR of another payer and the first line. */
  get inOtherPayer(): boolean {
    return this.payers.length > 0 && this.line === undefined;
  }

  /** First day of service. */
  day(): string | undefined {
    let earliest = this.form === 'professional' ? undefined : this.date?.value.from;
    if (this.form === 'institutional' && earliest !== undefined) return earliest;
    for (const { date } of this.services) if (date && (earliest === undefined || date.value.from < earliest)) earliest = date.value.from;
    return earliest;
  }

  /** Takes the row's segment. */
  take(name: string): void {
    const { row, line } = this;
    switch (name) {
      case 'LX':
        this.openLine();
        return;
      case 'DTP':
        this.readDate();
        return;
      case 'REF':
        this.readReference();
        return;
      case 'SV1':
        if (line) this.readProfessional(line);
        return;
      case 'SV2':
        if (line) this.readInstitutional(line);
        return;
      case 'SV3':
        if (line) this.readDental(line);
        return;
      case 'HI':
        if (!line) this.readCodes();
        return;
      case 'SBR':
        this.openPayer();
        return;
      case 'CAS':
        this.readAdjustments();
        return;
      case 'AMT': {
        if (line) return;
        const other = this.payers.at(-1);
        if (!other && row.text(1) === 'F5') this.patientPaid = row.money(2);
        else if (other && row.text(1) === 'D') other.paid = row.money(2);
        return;
      }
      case 'CL1':
        this.admissionType = row.value(1);
        this.patientStatus = row.value(3);
        return;
      case 'TOO':
        if (row.text(1) === 'JP') this.teeth.push({ number: row.at(2), surfaces: row.has(3) ? row.parts(3) : NONE });
        return;
      case 'LIN': {
        const code = line && row.text(2) === 'N4' ? row.value(3) : undefined;
        if (line && code) line.service.ndc = { code, span: code.span };
        return;
      }
      case 'CTP':
        if (line?.service.ndc) {
          line.service.ndc = {
            ...line.service.ndc,
            quantity: row.text(4) || undefined,
            unit: row.parts(5)[0]?.value || undefined,
            span: row.at(4).span,
          };
        }
        return;
      case 'SVD':
        line?.decisions.push((this.decision = { payer: row.at(1), paid: row.money(2), adjusted: 0, decided: undefined }));
        return;
    }
  }

  /** Takes an NM1. */
  name(who: string, party: OpenParty, number: Value<string> | undefined): void {
    const { payers, line } = this;
    if (payers.length > 0 && !line) {
      const own = this.otherParties[payers.length - 1];
      if (who === 'IL') Object.assign(own, { subscriber: party, member: number });
      else if (who === 'PR') {
        own.payer = party;
        payers[payers.length - 1].id = number;
      }
      return;
    }
    const at = { value: party.npi?.value ?? party.head.value, span: party.head.span, source: this.source };
    const provider = (): Reference<Provider> => ({ at, target: asDefined(party, 'provider') as unknown as Provider });
    if (line) {
      if (who === '82') line.service.rendering = provider();
      else if (who === 'DK') line.service.ordering = provider();
      return;
    }
    if (who === '82' || who === '71') this.rendering ??= provider();
    else if (who === 'DN' || who === 'P3') this.referring ??= provider();
    else if (who === 'DQ') this.supervising ??= provider();
    else if (who === '77') this.facility ??= { at, target: asDefined(party, 'facility') as unknown as Facility };
  }

  /** Works out what depends on several segments. */
  finish(): void {
    const { causes, services, date } = this;
    if (causes.length > 0) {
      const kinds = causes.slice(0, 3).flatMap((one) => ACCIDENTS[one.value] ?? []);
      const span = { start: causes[0].span.start, end: causes[causes.length - 1].span.end };
      const state = causes[3]?.value ? causes[3] : undefined;
      if (kinds.length > 0) this.accident = { source: this.source, span, value: { kinds, date: this.accidentDay, state } };
    }
    for (const service of services) service.days = service.date?.value ?? date?.value;
  }

  /** What the file says of the claim. Written out: copying with a rest is many times slower. */
  sent(at: SentPlace): SentClaim {
    return {
      document: at.document,
      transaction: at.transaction,
      first: this.first,
      end: at.end,
      purpose: at.purpose,
      fileDay: at.fileDay,
      subscriber: at.subscriber,
      dependent: at.dependent,
      died: at.died,
      sameNumber: at.sameNumber,
      sameClaim: at.sameClaim,
      beside: at.beside,
      total: this.total,
      place: this.placeOrType,
      frequency: this.frequencyAt,
      codes: this.codes,
      lines: this.lines,
      payers: this.payers,
      accidentCodes: this.causes,
      teeth: this.teeth,
      statement: this.statement,
      admissionType: this.admissionType,
      patientStatus: this.patientStatus,
      clia: this.clia,
      patientPaid: this.patientPaid,
      dates: this.dates ?? NONE,
    };
  }

  private openLine(): void {
    const { row, source, services } = this;
    const service: OpenService = {
      source,
      span: row.at(1).span,
      position: services.length + 1,
      code: undefined,
      modifiers: NONE,
      pointers: NONE,
      pointed: NONE,
      charged: undefined,
      fee: undefined,
      units: undefined,
      minutes: undefined,
      charge: undefined,
      date: undefined,
      place: undefined,
      rendering: undefined,
      ordering: undefined,
      ndc: undefined,
      note: undefined,
      emergency: undefined,
      line: undefined,
      days: undefined,
    };
    services.push(service);
    this.lines.push(
      (this.line = { service, segment: row.segment(), charge: undefined, revenue: undefined, clia: undefined, decisions: [] }),
    );
    this.decision = undefined;
  }

  private openPayer(): void {
    const { row } = this;
    this.payers.push({ order: row.at(1), relationship: row.at(2), filing: row.at(9), adjusted: 0 });
    const secondary = row.value(5);
    this.otherParties.push(secondary ? { medicareSecondary: secondary } : {});
  }

  private readCodes(): void {
    const { row, source, diagnoses } = this;
    for (let n = 1; n <= 12; n += 1) {
      if (!row.has(n)) continue;
      const parts = row.parts(n);
      const [qualifier] = parts;
      const code = parts[1] ?? { value: '', span: qualifier.span, source };
      this.codes.push({ qualifier, code, parts });
      if (!isDiagnosis(qualifier.value)) continue;
      const position = diagnoses.length + 1;
      // Codes of ICD-9 are kept for their place; nothing here can judge them.
      const known = code.value !== '' && qualifier.value.length === 3;
      diagnoses.push({
        source,
        span: { start: qualifier.span.start, end: parts[parts.length - 1].span.end },
        position,
        letter: position <= 12 ? { value: LETTERS[position - 1], span: code.span, source } : undefined,
        code: known ? code : undefined,
        description: undefined,
      });
    }
  }

  private readDate(): void {
    const { row } = this;
    const kind = row.text(1);
    if (this.line) {
      if (kind === '472') this.line.service.date = row.dates(2, 3);
      else if (kind === '573' && this.decision) this.decision.decided = row.dates(2, 3);
      return;
    }
    switch (kind) {
      case '434':
        this.statement = row.dates(2, 3);
        if (this.form === 'institutional') this.date = this.statement;
        return;
      case '472':
        this.date = row.dates(2, 3);
        return;
      case '439':
        this.accidentDay = row.day(3);
        return;
      case '435':
        this.admitted = row.day(3);
        return;
      case '096':
        if (this.form === 'professional') this.discharged = row.day(3);
        return;
      case '431':
        this.onset = row.day(3);
        return;
      case '304':
        this.lastSeen = row.day(3);
        return;
      case '484':
        this.lmp = row.day(3);
        return;
      default: {
        const at = row.dates(2, 3);
        if (at) (this.dates ??= []).push({ kind, at });
      }
    }
  }

  private readReference(): void {
    const { row, line } = this;
    const kind = row.text(1);
    if (line) {
      if (kind === '6R') line.service.line = row.value(2);
      else if (kind === 'X4') line.clia = row.value(2);
      return;
    }
    // Numbers of other payers are for answers: no rule asks for them.
    if (this.payers.length > 0) return;
    if (kind === 'F8') this.original = row.value(2);
    else if (kind === 'G1') this.authorization = row.value(2);
    else if (kind === '9F') this.referral = row.value(2);
    else if (kind === 'X4') this.clia = row.value(2);
  }

  private readAdjustments(): void {
    let sum = 0;
    for (let n = 3; n <= 18; n += 3) sum += this.row.money(n)?.value ?? 0;
    const whose = this.line ? this.decision : this.payers.at(-1);
    if (whose) whose.adjusted += sum;
  }

  /** Code and modifiers of a composite whose first component is the qualifier. */
  private readProcedure(service: OpenService, element: number, qualifier: string): void {
    const { row } = this;
    if (!row.has(element)) return;
    const parts = row.parts(element);
    if (parts[0].value !== qualifier) return;
    if (parts.length > 1 && parts[1].value !== '') service.code = parts[1];
    if (parts.length > 2) service.modifiers = parts.slice(2, 6).filter((one) => one.value !== '');
  }

  private readCharge(line: OpenLine, n: number): void {
    const charge = this.row.money(n);
    line.charge = charge;
    line.service.charge = charge;
    line.service.charged = charge?.value;
  }

  private readUnits(service: OpenService, unit: number, quantity: number): void {
    const written = this.row.value(quantity);
    const amount = written ? Number(written.value) : Number.NaN;
    if (!written || Number.isNaN(amount)) return;
    const value = { value: amount, span: written.span, source: written.source };
    if (this.row.text(unit) === 'MJ') service.minutes = value;
    else service.units = value;
  }

  private readPointers(service: OpenService, n: number): void {
    if (!this.row.has(n)) return;
    const parts = this.row.parts(n);
    // Mostly none is empty: then the list is used as it is, for one that grows sets aside many times as much.
    const pointers = parts.some(({ value }) => value === '') ? parts.filter(({ value }) => value !== '') : parts;
    const most = this.diagnoses.length,
      pointed = new Array<number>(pointers.length);
    for (let i = 0; i < pointers.length; i += 1) {
      const position = Number(pointers[i].value);
      pointed[i] = Number.isInteger(position) && position >= 1 && position <= most ? position : 0;
    }
    service.pointers = pointers;
    service.pointed = pointed;
  }

  private readProfessional(line: OpenLine): void {
    const { service } = line;
    this.readProcedure(service, 1, 'HC');
    this.readCharge(line, 2);
    this.readUnits(service, 3, 4);
    service.place = this.row.value(5);
    this.readPointers(service, 7);
  }

  private readInstitutional(line: OpenLine): void {
    line.revenue = this.row.value(1);
    this.readProcedure(line.service, 2, 'HC');
    this.readCharge(line, 3);
    this.readUnits(line.service, 4, 5);
  }

  private readDental(line: OpenLine): void {
    this.readProcedure(line.service, 1, 'AD');
    this.readCharge(line, 2);
    line.service.place = this.row.value(3);
    this.readUnits(line.service, 5, 6);
    this.readPointers(line.service, 11);
  }
}

/** Qualifiers of diagnoses that services may point at: ICD-10, and ICD-9 of old claims. */
function isDiagnosis(qualifier: string): boolean {
  return qualifier === 'ABK' || qualifier === 'ABF' || qualifier === 'BK' || qualifier === 'BF';
}
