// What payers answered, as findings on the words that caused it: in the encounter, and where the value itself is written.
import { type Located837, locate837 } from '../claims/locate';
import { type Words, wordsOf } from '../claims/words';
import type { Project, SuperbillDocument } from '../features/project';
import type { Answer } from '../features/world';
import { read } from '../ledger/folder';
import type { LedgerClaim } from '../ledger/life-cycle';
import type { Ledger } from '../ledger/ledger';
import type { Claim } from '../model/claim';
import type { ClaimPlace } from '../model/claim-place';
import type { Encounter } from '../model/definitions';
import { resolveClaim } from '../model/resolve';
import type { Question } from '../model/workspace';
import type { PayerAnswer } from '../payments/answer';
import type { Fix, Place, Severity } from '../rules/rule';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { slice } from '../syntax/tree';

/** The claim as it would go out now under the number of one that went out: was what the payer complained of corrected since? */
export type Rewrite = (claim: Claim, like: LedgerClaim) => string;

/** What payers answered about an encounter, where the words that they speak of stand, and what is said of it in each document. */
interface Kept {
  readonly status: LedgerClaim;
  readonly claim: Claim;
  readonly time: number;
  readonly questions: readonly Question[];
  readonly located: readonly Located[];
  readonly found: Map<string, readonly Answer[]>;
}

interface Located {
  readonly answer: PayerAnswer;
  readonly words: Words;
}

export class Answers {
  /** Holds until the claim, the encounter, or what it takes words from changes: a key does not cost a look at every claim. */
  private readonly kept = new WeakMap<Encounter, Kept>();
  /** What was sent, place by place. Files that went out never change. */
  private readonly sent = new WeakMap<LedgerClaim, ReadonlyMap<string, string>>();

  constructor(
    private readonly project: Project,
    private readonly ledger: () => Ledger | undefined,
    private readonly rewrite: Rewrite,
  ) {}

  /** Findings for a document from the claims of every encounter that has to do with it. */
  findingsIn(uri: string): Answer[] {
    const ledger = this.ledger(),
      document = this.project.superbill(uri);
    if (!ledger || !document) return [];
    return concerned(document, this.project).flatMap((encounter) => {
      const status = ledger.current(encounter.id.value);
      return status?.events.some(({ answer }) => isShown(answer)) ? this.findingsOf(this.locate(encounter, status), uri) : [];
    });
  }

  private locate(encounter: Encounter, status: LedgerClaim): Kept {
    const { workspace } = this.project;
    const known = this.kept.get(encounter);
    if (known?.status === status && !workspace.changedSince(known.time, known.questions)) return known;
    const time = workspace.now();
    const { result: claim, questions } = workspace.noting(() => resolveClaim(encounter, workspace));
    const located = status.events.flatMap(({ answer }) => (isShown(answer) ? [{ answer, words: wordsOf(claim, answer.place) }] : []));
    const kept = { status, claim, time, questions: [...new Set(questions)], located, found: new Map<string, readonly Answer[]>() };
    this.kept.set(encounter, kept);
    return kept;
  }

  private findingsOf({ status, claim, located, found }: Kept, uri: string): readonly Answer[] {
    let findings = found.get(uri);
    if (!findings) {
      const changed = this.changes(status, claim);
      found.set(uri, (findings = located.flatMap((one) => findingsOf(one, status, claim, uri, changed))));
    }
    return findings;
  }

  /** Tells whether the words of a place differ from those that were sent. */
  private changes(status: LedgerClaim, claim: Claim): (place: ClaimPlace) => boolean {
    let now: ReadonlyMap<string, string> | undefined;
    return (place) => {
      const sent = this.sentTexts(status);
      now ??= placeTexts(readX12(this.rewrite(claim, status)), status.control);
      // The claim as a whole is corrected by whatever was changed in it.
      if (place.kind === 'claim') return [...sent, ...now].some(([key]) => sent.get(key) !== now?.get(key));
      // What a payer says of a line may be written for the whole claim.
      const key = [keyOf(place), keyOf({ kind: place.kind })].find((one) => sent.has(one) || now?.has(one));
      return key !== undefined && sent.get(key) !== now.get(key);
    };
  }

  private sentTexts(status: LedgerClaim): ReadonlyMap<string, string> {
    let texts = this.sent.get(status);
    if (!texts) this.sent.set(status, (texts = placeTexts(readX12(textOf(status.sentFile ?? status.file)), status.control)));
    return texts;
  }
}

function textOf(file: string): string {
  try {
    return read(file);
  } catch {
    // It was removed a moment ago; the ledger will notice.
    return '';
  }
}

/** The encounters whose words may stand in a document: its own, those of its patients, and all where it describes practice or payers. */
function concerned({ definitions }: SuperbillDocument, { workspace }: Project): readonly Encounter[] {
  const { practices, providers, facilities, payers, patients, encounters } = definitions;
  if (practices.length + providers.length + facilities.length + payers.length > 0) return workspace.list('encounter');
  if (patients.length === 0) return encounters;
  return [...new Set([...encounters, ...patients.flatMap((one) => workspace.encountersOf(one.id.value))])];
}

/** Receipts, acceptances and regular shares are the business of status line and hover. */
function isShown(answer: PayerAnswer): boolean {
  return answer.severity !== 'information';
}

function findingsOf(
  { answer, words: { encounter, definition } }: Located,
  status: LedgerClaim,
  claim: Claim,
  uri: string,
  changed: (place: ClaimPlace) => boolean,
): Answer[] {
  const words = [encounter, definition].filter((place): place is Place => place !== undefined && place.source.uri === uri);
  if (words.length === 0) return [];
  const corrected = changed(answer.place);
  const severity: Severity = corrected ? 'information' : answer.severity;
  const next = corrected ? 'Corrected since: resubmit the claim.' : answer.next;
  const message = `${[said(answer, status, claim), next].filter(Boolean).join(' ')} [${answer.code}]`;
  return words.map((place) => ({
    rule: RULES[answer.outcome] ?? 'payer/answer',
    severity,
    payer: nameOf(status, claim),
    span: place.span,
    message,
    fixes: corrected ? [] : fixesOf(answer, definition ?? encounter, place),
  }));
}

/** The payer's name as the practice writes it: of the coverage that the claim went to, the first where that cannot be told. */
function nameOf({ payer }: LedgerClaim, { coverages }: Claim): string {
  const names = coverages.flatMap((one) => one.payer?.name?.value.text ?? []);
  return names.find((name) => name.toUpperCase() === payer.toUpperCase()) ?? names[0] ?? payer;
}

function said({ message }: PayerAnswer, status: LedgerClaim, claim: Claim): string {
  const { payer } = status,
    name = nameOf(status, claim);
  return payer && message.toUpperCase().startsWith(`${payer.toUpperCase()} `)
    ? name + message.slice(payer.length)
    : `${name || 'The payer'}: ${message}`;
}

const RULES: Partial<Record<PayerAnswer['outcome'], string>> = {
  rejected: 'payer/rejected',
  denied: 'payer/denied',
  partial: 'payer/denied',
};

/** What the payer has on file goes in with one key; the edit may lie in the patient's file. */
function fixesOf({ correction }: PayerAnswer, value: Place, at: Place): Fix[] {
  if (!correction || slice(value.source.text, value.span) === correction) return [];
  return [
    {
      title: `Change to “${correction}”, as the payer has it`,
      safe: false,
      edits: [{ span: value.span, text: correction }],
      ...(value.source !== at.source && { source: value.source }),
    },
  ];
}

/** What an 837 says at each place. */
function placeTexts(document: X12Document, control: string): Map<string, string> {
  const texts = new Map<string, string>();
  const located: Located837 = locate837(document);
  const { segments } = document;
  let i = 0;
  // The envelope and the batch header differ with every writing.
  while (i < segments.count && segments.id(i) !== 'HL') i += 1;
  for (; i < segments.count && segments.id(i) !== 'SE'; i += 1) {
    for (let n = 1; n <= segments.size(i); n += 1) {
      for (const one of located.at(i, n)) {
        if (one.control !== control) continue;
        const key = keyOf(one.place);
        texts.set(key, `${texts.get(key) ?? ''}|${segments.text(i, n)}`);
      }
    }
  }
  return texts;
}

function keyOf({ kind, n, k }: ClaimPlace): string {
  return `${kind}:${n ?? ''}:${k ?? ''}`;
}
