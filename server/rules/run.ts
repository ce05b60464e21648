// The single loop over the rules: visits what a document defines and collects the findings.
import type { CodeSets } from '../../codesets/code-set';
import type { Claim } from '../model/claim';
import { EarlierClaims } from '../model/earlier-claims';
import { type ClaimSink, fileDayOf, type LowerOptions, visitTransactionSteps } from '../model/lower-837';
import type { Coverage, Definitions, Patient, Payer } from '../model/definitions';
import { resolveClaim } from '../model/resolve';
import type { Source } from '../model/value';
import { visitNames } from '../model/x12-names';
import type { Workspace } from '../model/workspace';
import { guideOf } from '../syntax/x12/guides';
import { inOneGo, type Steps } from '../syntax/steps';
import type { SuperbillTree } from '../syntax/superbill/nodes';
import type { Transaction, X12Document } from '../syntax/x12/read';
import { Alike, askAll, type RuleSets, ruleSets } from './alike';
import { ruleContext } from './context';
import { type Judges, Memory, type Subject } from './memory';
import { Prepared, ask } from './prepared';
import { remembering } from './remembered-codes';
import type { Finding, Rule, Severity, SubjectKind, Subjects } from './rule';
import { RULES } from './table';

/** Severities by rule id, for all and by payer id; `off` silences. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly payers: Readonly<Record<string, Readonly<Record<string, Severity | 'off'>>>>;
}

export const NO_SETTINGS: RuleSettings = { rules: {}, payers: {} };

/** What rules need from outside. */
export interface RuleWorld {
  readonly workspace: Workspace;
  readonly codes: CodeSets;
  /** ISO date that stands for the clock. */
  readonly today: string;
  readonly settings: RuleSettings;
  /** Told when a rule throws: rule id and error, never document text. */
  readonly log: (message: string) => void;
}

export interface CheckedDocument {
  readonly source: Source;
  readonly tree: SuperbillTree;
  readonly definitions: Definitions;
}

type Entry = readonly [id: string, rule: Rule];

const byKind = new Map<SubjectKind, Entry[]>();
for (const entry of Object.entries(RULES) as [string, Rule][]) {
  const list = byKind.get(entry[1].on);
  if (list) list.push(entry);
  else byKind.set(entry[1].on, [entry]);
}

/** All findings of a superbill document, in order of place. `memory`: what was found before and still holds is not looked for again. */
export function checkDocument(document: CheckedDocument, world: RuleWorld, memory = new Memory()): Finding[] {
  const { source, tree, definitions } = document;
  const { practices, providers, facilities, payers, patients, encounters } = definitions;
  const found: Finding[] = [];
  const judges = judgesOf(source, world, found, 'encounter');
  for (const judge of judges('document')) judge.check(document);
  const ask = memory.open(world, tree, found, judges);
  for (const one of [...practices, ...providers, ...facilities, ...payers])
    ask(one, () => [[one.kind, one] as Subject, ['party', { party: one, role: one.kind }]]);
  for (const patient of patients) ask(patient, () => subjectsOfPatient(patient));
  for (const encounter of encounters) ask(encounter, () => subjectsOfClaim(resolveClaim(encounter, world.workspace)));
  return found.sort(inOrder);
}

/** By place. What stands at one place is in an order that does not depend on when it was found. */
function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function subjectsOfPatient(patient: Patient): Subject[] {
  const ofCoverage = (coverage: Coverage): Subject[] => [
    ['coverage', { coverage, patient }],
    ...(coverage.subscriber ? [['party', { party: coverage.subscriber, role: 'subscriber' }] as const] : []),
  ];
  return [['patient', patient], ['party', { party: patient, role: patient.kind }], ...patient.coverages.flatMap(ofCoverage)];
}

function subjectsOfClaim(claim: Claim): Subject[] {
  return [
    ['claim', claim, claim],
    ...claim.diagnoses.map((diagnosis): Subject => ['diagnosis', { claim, diagnosis }, claim]),
    ...claim.services.map((service): Subject => ['service', { claim, service }, claim]),
  ];
}

/** What the rules about documents say: how it is written, and what it refers to. Definitions and claims are not judged. */
export function checkText(document: CheckedDocument, world: RuleWorld): Finding[] {
  const findings: Finding[] = [];
  for (const judge of judgesOf(document.source, world, findings, 'encounter')('document')) judge.check(document);
  return findings.sort(inOrder);
}

/** The findings of one claim alone, in its own document. */
export function checkClaim(claim: Claim, world: RuleWorld): Finding[] {
  const findings: Finding[] = [];
  visitor(claim.source, world, findings, claim.origin).claim(claim);
  return findings.sort(inOrder);
}

/** Of one X12 file so many errors are kept, and so many other findings: nobody reads more. */
const MOST = 10_000;

/** Looks after a list of findings. Errors are looked for behind any number of others. */
class Room {
  private seen = 0;
  private errors = 0;
  private others = 0;

  constructor(private readonly findings: Finding[]) {}

  /** Takes out of what has come for what there is no room. Is anything further to be looked for? */
  isLeft(): boolean {
    const { findings } = this;
    let to = this.seen;
    for (let i = to; i < findings.length; i += 1) {
      if (findings[i].severity === 'error') this.errors += 1;
      else if ((this.others += 1) > MOST) continue;
      findings[to] = findings[i];
      to += 1;
    }
    findings.length = this.seen = to;
    return this.errors <= MOST;
  }
}

/** The findings of all transactions of an X12 file, in order of place. A claim is read, judged and let go. */
export function checkX12Claims(document: X12Document, source: Source, world: RuleWorld): Finding[] {
  const findings: Finding[] = [];
  return inOneGo(claimSteps(document, source, x12Rules(source, world, findings), findings, new EarlierClaims()));
}

/** The same for a file that is read part by part: what is worked out for one part helps with the next. */
export class ClaimsInParts {
  private readonly findings: Finding[] = [];
  private readonly source: { uri: string; text: string; language: 'x12' };
  private readonly rules: X12Rules;
  private readonly earlier = new EarlierClaims();

  constructor(uri: string, world: RuleWorld) {
    this.source = { uri, text: '', language: 'x12' };
    this.rules = x12Rules(this.source, world, this.findings);
  }

  /** The findings of the next part. */
  check(document: X12Document): Finding[] {
    this.findings.length = 0;
    this.source.text = document.text;
    return inOneGo(claimSteps(document, this.source, this.rules, this.findings, this.earlier));
  }
}

/** `findings`: an empty list, to which the rules add. `earlier`: claims of what came before. */
function* claimSteps(
  document: X12Document,
  source: Source,
  rules: X12Rules,
  findings: Finding[],
  earlier: EarlierClaims,
): Steps<Finding[]> {
  const room = new Room(findings);
  for (const interchange of document.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        if (!room.isLeft()) break;
        // What has no guide here, such as the versions of long ago, is read but not judged.
        if (!guideOf(document, transaction)) continue;
        const day = rules.dayOf(document, transaction);
        rules.transaction(document, transaction, day);
        if (transaction.type !== '837') continue;
        const sink = rules.sink(day);
        const claim: ClaimSink['claim'] = (one) => {
          if (room.isLeft()) sink.claim(one);
        };
        yield* visitTransactionSteps(document, transaction, source, { ...sink, claim }, rules.options, earlier);
      }
    }
  }
  room.isLeft();
  return once(findings);
}

/** The rules for one X12 file. */
export interface X12Rules {
  /** A file is judged by its own day: it may be years old, or of tomorrow. */
  dayOf(document: X12Document, transaction: Transaction): string;
  /** Judges a transaction as a whole, and whom it names; claims are judged apart. */
  transaction(document: X12Document, transaction: Transaction, day: string): void;
  /** Judges a stretch of it by what stands there alone. `made`: when the transaction was made. */
  stretch(document: X12Document, stretch: Transaction, day: string, made: string | undefined): void;
  /** Judges what cannot be told by stretches. */
  whole(document: X12Document, transaction: Transaction, day: string): void;
  /** Judges the claims that it is handed, and whom they name. */
  sink(day: string): ClaimSink;
  readonly options: LowerOptions;
}

/** What the rules find is added to `findings`. */
export function x12Rules(source: Source, world: RuleWorld, findings: Finding[]): X12Rules {
  const codes = remembering(world.codes);
  const payers = payersById(world.workspace);
  const visitors = new Map<string, Visit>();
  const visitorOf = (day: string): Visit => {
    let visit = visitors.get(day);
    if (!visit) visitors.set(day, (visit = visitor(source, { ...world, codes, today: day }, findings, 'x12')));
    return visit;
  };
  const judgeNames = (document: X12Document, transaction: Transaction, day: string, known: string | undefined): void => {
    const tell = visitorOf(day);
    visitNames(document, transaction, source, (party, made) => tell.one('party', { party, role: 'other', day: made ?? day }), known);
  };
  return {
    dayOf: (document, transaction) => fileDayOf(document, transaction) || world.today,
    options: { payer: (id) => payers.get(id) },
    transaction(document, transaction, day) {
      visitorOf(day).one('transaction', { document, transaction, source });
      if (transaction.type !== '837') judgeNames(document, transaction, day, undefined);
    },
    stretch(document, transaction, day, made) {
      visitorOf(day).stretch({ document, transaction, source });
      judgeNames(document, transaction, day, made);
    },
    whole: (document, transaction, day) => visitorOf(day).whole({ document, transaction, source }),
    sink(day) {
      const tell = visitorOf(day);
      return {
        party: (party, role, made) => tell.one('party', { party, role, day: made }),
        practice: (practice) => tell.one('practice', practice),
        patient: (patient) => tell.one('patient', patient),
        coverage: (coverage, patient, payer, since) =>
          tell.one('coverage', { coverage, patient, ...(payer && { payer }), ...(since && { day: since }) }),
        claim: tell.claim,
      };
    },
  };
}

/** In the order of the text. What stands above several claims may be judged with each of them: it is said once. */
export function once(findings: Finding[]): Finding[] {
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return findings.filter((one, i) => i === 0 || !isSame(one, findings[i - 1]));
}

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.span.start === other.span.start && one.span.end === other.span.end && one.message === other.message;
}

function payersById(workspace: Workspace): Map<string, Payer> {
  return new Map(workspace.list('payer').flatMap((payer) => (payer.payerId ? [[payer.payerId.value, payer] as const] : [])));
}

/** Visits what a document holds: subjects one by one, or a claim with its diagnoses and lines. */
interface Visit {
  one<K extends SubjectKind>(kind: K, subject: Subjects[K]): void;
  claim(claim: Claim): void;
  stretch(subject: Subjects['transaction']): void;
  whole(subject: Subjects['transaction']): void;
}

function visitor(source: Source, world: RuleWorld, findings: Finding[], origin: Claim['origin']): Visit {
  const asked = askedOf(source, world, findings, origin);
  const alike = new Alike(findings);
  const ofTransaction = ({ transaction }: Subjects['transaction']) => asked.one('transaction', transaction.type);
  return {
    one: (kind, subject) => ask(kind === 'transaction' ? ofTransaction(subject as Subjects['transaction']) : asked.one(kind, ''), subject),
    stretch: (subject) =>
      ask(
        ofTransaction(subject).filter(({ rule }) => rule.piecewise),
        subject,
      ),
    whole: (subject) =>
      ask(
        ofTransaction(subject).filter(({ rule }) => !rule.piecewise),
        subject,
      ),
    claim(claim) {
      const { form, sent } = claim,
        of = (kind: SubjectKind) => asked.one(kind, form, claim);
      if (sent) alike.judge(claim, sent, asked.sets(claim));
      else askAll(claim, { claim: of('claim'), diagnosis: of('diagnosis'), service: of('service') });
    },
  };
}

/** The rules about one kind of subject, in the order of the table, and those about the claims of a file in sets. */
interface Asked {
  one(kind: SubjectKind, form: string, claim?: Claim): readonly Prepared[];
  sets(claim: Claim): RuleSets;
}

/**
 * The rules, ready to be asked. They depend on the payer and on the form of the claim, or the type of the transaction, and are made once,
 * so that a long document is quick.
 */
function askedOf(source: Source, world: RuleWorld, findings: Finding[], origin: Claim['origin']): Asked {
  const asked = origin === 'x12' ? world : { ...world, codes: remembering(world.codes) };
  const { payers, rules } = world.settings;
  const make = (kind: SubjectKind, form: string, payer: string): Prepared[] =>
    (byKind.get(kind) ?? []).flatMap(([id, rule]) => {
      const set = payers[payer]?.[id] ?? rules[id];
      const forms: readonly string[] | undefined = rule.forms ?? rule.types;
      if (set === 'off' || (rule.only !== undefined && rule.only !== origin) || (forms && !forms.includes(form))) return [];
      return [new Prepared(id, rule, ruleContext(id, rule, set, source, asked, findings), world.log)];
    });
  const known = new Map<string, Map<string, Map<SubjectKind, readonly Prepared[]>>>();
  /** Of what belongs to no claim: most of what is asked. */
  const plain = new Map<SubjectKind, readonly Prepared[]>();
  const one = (kind: SubjectKind, form: string, claim?: Claim): readonly Prepared[] => {
    if (!claim && form === '') {
      let rules = plain.get(kind);
      if (!rules) plain.set(kind, (rules = make(kind, '', '')));
      return rules;
    }
    const payer = payerOf(claim);
    const forms = within(known, payer, () => new Map<string, Map<SubjectKind, readonly Prepared[]>>());
    return within(
      within(forms, form, () => new Map<SubjectKind, readonly Prepared[]>()),
      kind,
      () => make(kind, form, payer),
    );
  };
  /** Payers without settings of their own have all rules in common. */
  const payerOf = (claim: Claim | undefined): string => {
    const id = claim?.coverages[0]?.payer?.id.value ?? '';
    return Object.hasOwn(payers, id) ? id : '';
  };
  const sets = new Map<string, Map<string, RuleSets>>();
  return {
    one,
    sets: (claim) =>
      within(
        within(sets, payerOf(claim), () => new Map<string, RuleSets>()),
        claim.form,
        () => {
          const all = (['claim', 'diagnosis', 'service'] as const).flatMap((kind) => one(kind, claim.form, claim));
          return ruleSets(all);
        },
      ),
  };
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** All rules for a kind of subject, in the order of the table. */
function judgesOf(source: Source, world: RuleWorld, findings: Finding[], origin: Claim['origin']): Judges {
  const asked = askedOf(source, world, findings, origin);
  return (kind, claim) => asked.one(kind, claim?.form ?? '', claim);
}
