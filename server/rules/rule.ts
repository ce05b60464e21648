// The shape of a rule: what is wrong, why it matters, who says so, proof, and the cure.
import type { CodeSets } from '../../codesets/code-set';
import type { Claim, ClaimService } from '../model/claim';
import type { Coverage, Definitions, Diagnosis, Facility, Party, Patient, Payer, Practice, Provider } from '../model/definitions';
import type { Source } from '../model/value';
import type { Workspace } from '../model/workspace';
import type { SuperbillTree } from '../syntax/superbill/nodes';
import type { Transaction, X12Document } from '../syntax/x12/read';
import { type Edit, type Span, endOfLine, lineEndAt } from '../syntax/tree';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What rules visit. Claims come from encounters and from 837 files alike. */
export interface Subjects {
  document: { readonly source: Source; readonly tree: SuperbillTree; readonly definitions: Definitions };
  practice: Practice;
  provider: Provider;
  facility: Facility;
  payer: Payer;
  patient: Patient;
  /** In X12 with the payer as the file names it, and the day by which it is judged. */
  coverage: { readonly coverage: Coverage; readonly patient: Patient; readonly payer?: Payer; readonly day?: string };
  /** Everyone with a name, an address or a number: what they have in common is judged once. */
  /** In X12 with the day on which the transaction was made: rules about numbers and addresses began on some day. */
  party: { readonly party: Party; readonly role: PartyRole; readonly day?: string };
  claim: Claim;
  diagnosis: { readonly claim: Claim; readonly diagnosis: Diagnosis };
  service: { readonly claim: Claim; readonly service: ClaimService };
  /**
   * A transaction of an X12 file, of any kind. A claim file (837) may be shown level by level (HL): `first` and `end` are the level's
   * then, and findings must lie in it or on the envelopes.
   */
  transaction: { readonly document: X12Document; readonly transaction: Transaction; readonly source: Source };
}

/** `other`: anyone named in a file that is no claim. */
export type PartyRole = 'practice' | 'provider' | 'facility' | 'payer' | 'patient' | 'subscriber' | 'other';

export type SubjectKind = keyof Subjects;

/** What a file writes of a claim: its diagnoses (HI), its lines, and the rest. */
export type ClaimPart = 'head' | 'diagnoses' | 'lines';

/** A place in a document. Every value of the model is one. */
export interface Place {
  readonly source: Source;
  readonly span: Span;
}

export interface Fix {
  /** Says what to do: `Change to M17.11`. */
  readonly title: string;
  /** True only if what is billed cannot change. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** The document that is edited, where it is another one than the finding's. */
  readonly source?: Source;
}

/** Where a finding lands on paper and in the transaction. */
export interface Landing {
  /** Box of the CMS-1500: `24E`. */
  readonly paper?: string;
  /** Loop and element: `2400 SV107`. */
  readonly transaction?: string;
}

export interface Finding extends Landing {
  /** Rule id, or `payer/…` for an answer of a payer. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

export interface RuleContext {
  /**
   * The one funnel. `where`: the words to blame, best first; the first that lies in the document under check is used.
   * Nothing is reported where none does. Fixes must lie in the same document.
   */
  report(
    where: Place | undefined | readonly (Place | undefined)[],
    message: string,
    options?: Landing & { readonly fixes?: readonly Fix[]; readonly severity?: Severity },
  ): void;
  readonly codes: CodeSets;
  readonly workspace: Workspace;
  /** ISO; stands for the clock. */
  readonly today: string;
}

export interface Rule<K extends SubjectKind = SubjectKind> extends Landing {
  readonly on: K;
  /** Where the rule holds, if not everywhere: what people write, or what is sent. */
  readonly only?: 'encounter' | 'x12';
  /** Forms of claims for which it holds, if not for all: it is not asked about others. For rules about claims, diagnoses and services. */
  readonly forms?: readonly Claim['form'][];
  /** Types of transactions for which it holds, if not for all (`835`). For rules about transactions. */
  readonly types?: readonly string[];
  /**
   * What it looks at of a claim in a file, or of nothing but the diagnosis (`code`) or the line: of what is written alike there, it says the
   * same, and is asked again only where it had something to say. What may be read with it is told by written-claim.ts; a test sees to it.
   */
  readonly alike?: readonly ClaimPart[] | 'code' | 'line';
  /**
   * Might it say something of the subject? For rules that look at more than `alike` tells, such as the patient's age, but only of some
   * subjects: the others are known by what `alike` tells.
   */
  concerns?(subject: Subjects[K], context: RuleContext): boolean;
  /**
   * What it says of a stretch of a transaction, from one lead (a level, a claim payment, a member) to the next, depends on that stretch
   * alone: it is shown one or some of them at a time. Of claim files all rules about transactions are so.
   */
  readonly piecewise?: true;
  /**
   * Keywords of the lines that it misses; `service` for what a service line lacks. Where one is there and cannot be read, that is told,
   * and the rule is not asked.
   */
  readonly lacks?: readonly string[];
  readonly severity: Severity;
  /** Version of Superbill that brought it. */
  readonly since: string;
  /** What must be so, in one line. */
  readonly title: string;
  /** What happens otherwise. */
  readonly why: string;
  /** Authority, document, section. */
  readonly cites: readonly string[];
  /**
   * Each gives exactly one finding of this rule. A text that begins with a block keyword is a document; anything else
   * are lines of an encounter or of a patient, put in place of the same lines of a clean one (test/kit/frame.ts).
   */
  readonly bad: readonly string[];
  /** Each gives none. */
  readonly good: readonly string[];
  check(subject: Subjects[K], context: RuleContext): void;
}

/** Types the rule by what it visits. */
export function rule<K extends SubjectKind>(one: Rule<K>): Rule<K> {
  return one;
}

/** A fix that puts a text in place of what is written there. */
export function replace(place: Place, text: string, title: string, safe = false): Fix {
  return { title, safe, edits: [{ span: place.span, text }] };
}

/** A fix that takes words away, with the blanks before them. */
export function remove(place: Place, title: string, safe = false): Fix {
  const { text } = place.source;
  let { start } = place.span;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return { title, safe, edits: [{ span: { start, end: place.span.end }, text: '' }] };
}

/** A fix that writes a modifier behind those of a service. */
export function addModifier(
  { code, modifiers }: { readonly code?: Place; readonly modifiers: readonly Place[] },
  modifier: string,
  title: string,
): Fix {
  const end = (modifiers.at(-1) ?? code)?.span.end ?? 0;
  return { title, safe: false, edits: [{ span: { start: end, end }, text: `-${modifier}` }] };
}

/** A fix that takes a modifier away, with the hyphen before it. */
export function removeModifier({ span: { start, end } }: Place, title: string, safe = false): Fix {
  return { title, safe, edits: [{ span: { start: start - 1, end }, text: '' }] };
}

/** The edit that takes away the whole line of a place. */
export function withoutLine(place: Place): Edit {
  const { text } = place.source;
  const end = endOfLine(text, place.span.end);
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return { span: { start: startOfLine(text, place.span.start), end: next }, text: '' };
}

/**
 * A fix that writes a line into a block, its keyword and value parted by blanks: below the block's first line, or behind another line of
 * it. It stands as deep as the lines beside it, and its value below theirs, as the formatter would write it.
 */
export function insertLine(head: Place, line: string, title: string, behind?: Place): Fix {
  const { text } = head.source;
  const at = behind?.source === head.source ? behind : undefined;
  const end = endOfLine(text, (at ?? head).span.end);
  const { indent, column } = beside(text, startOfLine(text, (at ?? head).span.start), at === undefined);
  const [, keyword, value] = /^(\S+)\s+(.*)$/.exec(line) ?? ['', line, ''];
  const written = `${indent}${`${keyword}  `.padEnd(column - indent.length)}${value}`;
  return { title, safe: false, edits: [{ span: { start: end, end }, text: lineEndAt(text, end) + written }] };
}

/** How deep the lines of a block stand, and in which column their values, seen from one of them or from the block's first line. */
function beside(text: string, start: number, isHead: boolean): { readonly indent: string; readonly column: number } {
  const [first, ...rest] = text.slice(start).split(/\r\n|\r|\n/, LINES_LOOKED_AT);
  const headIndent = indentOf(first);
  let indent = isHead ? undefined : headIndent;
  // At the margin other blocks stand, too: there a line tells only of itself.
  for (const line of isHead ? rest : headIndent === '' ? [first] : [first, ...rest]) {
    const own = indentOf(line);
    if (line.trim() === '' || line[own.length] === '#') continue;
    if (own.length < (indent ?? `${headIndent} `).length) break;
    indent ??= own;
    const words = /^\S+ {2,}(?=[^\s#])/.exec(line.slice(own.length))?.[0];
    if (own === indent && words) return { indent, column: own.length + words.length };
  }
  return { indent: indent ?? `${headIndent}  `, column: 0 };
}

/** A block says after a few lines how it is laid out. */
const LINES_LOOKED_AT = 50;

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
