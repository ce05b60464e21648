// The shape of a file for people: interchange › group › transaction › provider › patient › claim › line; and what folds.
import { inOneGo, type Steps } from '../steps';
import type { Span } from '../tree';
import { meaningOf } from './codes';
import { loopsOf } from './describe';
import type { LoopUse } from './guide';
import type { LoopInstance, Loops } from './loops';
import type { Group, Interchange, Transaction, X12Document } from './read';

export type OutlineKind =
  | 'interchange'
  | 'group'
  | 'transaction'
  | 'acknowledgement'
  | 'organization'
  | 'provider'
  | 'subscriber'
  | 'patient'
  | 'claim'
  | 'line'
  | 'error'
  | 'item';

export interface OutlineNode {
  readonly kind: OutlineKind;
  readonly name: string;
  /** A few words more: number, amount, date. */
  readonly detail: string;
  /** All that belongs to it. */
  readonly span: Span;
  /** The segment that begins it. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

type OpenNode = { -readonly [K in keyof OutlineNode]: K extends 'children' ? OpenNode[] : OutlineNode[K] };

/** The outline of a file. */
export function outline(document: X12Document): OutlineNode[] {
  return inOneGo(outlineSteps(document, Infinity));
}

/** The same in steps. `most`: a file that holds more than so many things is told less deep, without service lines, say. */
export function* outlineSteps(document: X12Document, most: number): Steps<OutlineNode[]> {
  const { segments } = document;
  const nodes: OpenNode[] = [];
  for (const interchange of document.interchanges) {
    const inside: OpenNode[] = [];
    for (const group of interchange.groups) inside.push(yield* groupNode(document, group, most));
    for (let i = interchange.first; i < (interchange.groups[0]?.first ?? interchange.end); i++) {
      if (segments.id(i) !== 'TA1') continue;
      const answer = segments.text(i, 4);
      inside.unshift(node(document, 'acknowledgement', `TA1 ${meaningOf('I17', answer) ?? answer}`, segments.text(i, 1), i, i + 1, []));
    }
    if (interchange.isa === undefined) nodes.push(...inside.flatMap((group) => (group.name === '' ? group.children : [group])));
    else nodes.push(interchangeNode(document, interchange, inside));
  }
  return nodes;
}

/** What can be folded: envelopes and loops, from the end of their first segment to their last. */
export function foldings(document: X12Document): Span[] {
  return inOneGo(foldingSteps(document, Infinity));
}

/** The same in steps. `most`: as of the outline. */
export function* foldingSteps(document: X12Document, most: number): Steps<Span[]> {
  const { segments } = document;
  const spans: Span[] = [];
  const fold = (first: number, end: number): void => {
    if (end - first > 1) spans.push({ start: segments.span(first).start, end: segments.span(end - 1).end });
  };
  for (const interchange of document.interchanges) {
    fold(interchange.first, interchange.end);
    for (const group of interchange.groups) {
      if (group.gs !== undefined) fold(group.first, group.end);
      for (const transaction of group.transactions) {
        const loops = loopsOf(document, transaction);
        if (!loops) {
          fold(transaction.first, transaction.end);
          continue;
        }
        const shown = outermost(loops, shareOf(document, transaction, most), ({ first, end }) => end - first > 1);
        for (const [n, { use, first, end }] of loops.instances.entries()) {
          if (shown.has(use)) fold(first, end);
          if (n % STEP === 0) yield;
        }
      }
    }
  }
  return spans;
}

function interchangeNode(document: X12Document, { first, end, sender, receiver, control }: Interchange, children: OpenNode[]): OpenNode {
  return node(document, 'interchange', `Interchange ${control}`, `${sender} to ${receiver}`, first, end, children);
}

function* groupNode(document: X12Document, group: Group, most: number): Steps<OpenNode> {
  const children: OpenNode[] = [];
  for (const transaction of group.transactions) children.push(yield* transactionNode(document, transaction, most));
  if (group.gs === undefined) return node(document, 'group', '', '', group.first, group.end, children);
  return node(document, 'group', `Group ${group.control}`, `${group.functionalId} ${group.version}`, group.first, group.end, children);
}

/** So many loops are one step. */
const STEP = 50;

function* transactionNode(document: X12Document, transaction: Transaction, most: number): Steps<OpenNode> {
  const loops = loopsOf(document, transaction);
  const name = loops ? `${loops.guide.id} ${loops.guide.name}` : transaction.type || 'Segments';
  const root = node(document, 'transaction', name, transaction.control, transaction.first, transaction.end, []);
  if (!loops) return root;
  const { instances } = loops;
  const shown = outermost(loops, shareOf(document, transaction, most), (first) => tell(document, loops, first) !== undefined);
  /** What holds the place that is looked at, the innermost last, and where each of them ends. */
  const open = [{ made: root, end: transaction.end }];
  for (let n = 0; n < instances.length; n += 1) {
    if (n % STEP === 0) yield;
    const instance = instances[n];
    const told = shown.has(instance.use) ? tell(document, loops, instance) : undefined;
    if (!told) continue;
    while (open.length > 1 && open[open.length - 1].end <= instance.first) open.pop();
    const made = node(document, told.kind, told.name, told.detail, instance.first, instance.end, []);
    open[open.length - 1].made.children.push(made);
    open.push({ made, end: instance.end });
  }
  // Where there is no room for service lines, a patient with one claim is a row less.
  if (document.segments.count > most) joinOnlyClaims(root);
  return root;
}

/** `DOE, JANE · Claim E1001`: a person and the only claim become one, which is found by both names. */
function joinOnlyClaims(parent: OpenNode): void {
  for (const own of parent.children) {
    joinOnlyClaims(own);
    const [claim, ...others] = own.children;
    const isPerson = own.kind === 'subscriber' || own.kind === 'patient';
    if (!isPerson || claim?.kind !== 'claim' || others.length > 0 || claim.children.length > 0) continue;
    own.kind = 'claim';
    own.name = `${own.name} · ${claim.name}`;
    own.detail = claim.detail;
    own.children = [];
  }
}

/** A transaction's share of what is shown of a file, by its length. */
function shareOf({ segments }: X12Document, { first, end }: Transaction, most: number): number {
  return (most * (end - first)) / segments.count;
}

/** The kinds of loops that are shown: from the outermost inwards, as long as there are not more than `most` of all of them. */
function outermost({ instances }: Loops, most: number, isShown: (first: LoopInstance) => boolean): Set<LoopUse> {
  const kinds = new Map<LoopUse, { readonly depth: number; count: number }>();
  for (const instance of instances) {
    const { use, path } = instance;
    const kind = kinds.get(use);
    if (kind) kind.count += 1;
    // Others of its kind are shown if the first is.
    else kinds.set(use, { depth: path.split('/').length, count: isShown(instance) ? 1 : -Infinity });
  }
  const shown = new Set<LoopUse>();
  let all = 0;
  for (const [use, { count }] of [...kinds].sort(([, one], [, other]) => one.depth - other.depth)) {
    if (count > 0) all += count;
    if (all > most) break;
    shown.add(use);
  }
  return shown;
}

function node(
  document: X12Document,
  kind: OutlineKind,
  name: string,
  detail: string,
  first: number,
  end: number,
  children: OpenNode[],
): OpenNode {
  const { segments } = document;
  const selection = segments.span(first);
  return { kind, name, detail, span: { start: selection.start, end: segments.span(Math.max(first, end - 1)).end }, selection, children };
}

interface Told {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
}

/** Names the loops that people look for; the others stay out of the outline. */
function tell({ segments }: X12Document, { guide }: Loops, instance: LoopInstance): Told | undefined {
  const { first, end, id } = instance;
  const text = (n: number): string => segments.text(first, n);
  const meant = (data: string, n: number): string => meaningOf(data, text(n)) ?? text(n);
  const lead = segments.id(first);
  const find = (segment: string, qualifiers?: string): number => {
    for (let i = first; i < Math.min(end, first + 40); i++) {
      if (segments.id(i) === segment && (!qualifiers || qualifiers.split(',').includes(segments.text(i, 1)))) return i;
    }
    return -1;
  };
  const person = (qualifiers?: string): string => {
    const at = find('NM1', qualifiers);
    if (at < 0) return '';
    const given = [segments.text(at, 4), segments.text(at, 5)].filter((part) => part !== '').join(' ');
    return given === '' ? segments.text(at, 3) : `${segments.text(at, 3)}, ${given}`;
  };
  const procedure = (segment: number, n: number): string =>
    segments
      .components(segment, n)
      .slice(1, 6)
      .map((piece) => piece.text)
      .filter((part) => part !== '')
      .join('-');
  if (lead === 'HL') {
    const level = text(3);
    const kind: OutlineKind =
      level === '22'
        ? 'subscriber'
        : level === '23' || level === 'PT'
          ? 'patient'
          : level === '19'
            ? 'provider'
            : level === '20' && guide.transaction === '837'
              ? 'provider'
              : level === '20' || level === '21'
                ? 'organization'
                : 'item';
    return { kind, name: person() || instance.name, detail: instance.name };
  }
  if (lead === 'CLM') return { kind: 'claim', name: `Claim ${text(1)}`, detail: text(2) };
  if (lead === 'CLP') {
    return { kind: 'claim', name: `Claim ${text(1)}`, detail: `${meant('1029', 2)}, paid ${text(4)} of ${text(3)}` };
  }
  if (lead === 'LX' && id === '2400') {
    const service = ['SV1', 'SV2', 'SV3'].map((name) => find(name)).find((at) => at >= 0) ?? -1;
    if (service < 0) return { kind: 'line', name: `Line ${text(1)}`, detail: '' };
    const institutional = segments.id(service) === 'SV2';
    const code = procedure(service, institutional ? 2 : 1);
    const name = institutional ? `${segments.text(service, 1)} ${code}`.trim() : code;
    return { kind: 'line', name: `${text(1)} ${name}`, detail: segments.text(service, institutional ? 3 : 2) };
  }
  if (lead === 'SVC') {
    return { kind: 'line', name: procedure(first, 1), detail: text(3) === '' ? text(2) : `paid ${text(3)} of ${text(2)}` };
  }
  if (lead === 'TRN' && guide.transaction === '277' && instance.parent?.id !== '2000A') {
    const at = find('STC');
    const [category = '', code = ''] = at < 0 ? [] : segments.components(at, 1).map((piece) => piece.text);
    const verdict = guide.id === '277CA' && /^A\d$/.test(category) ? (/^A[0125]/.test(category) ? 'taken in, ' : 'refused, ') : '';
    const status = category && `${verdict}${category}/${code}`;
    return { kind: 'claim', name: `${instance.parent?.use.lead.id === 'HL' && /D|E/.test(id) ? 'Claim ' : ''}${text(2)}`, detail: status };
  }
  if (lead === 'AK2') {
    const verdict = segments.text(find('IK5') < 0 ? find('AK5') : find('IK5'), 1);
    return { kind: 'transaction', name: `${text(1)} ${text(2)}`, detail: meaningOf('717', verdict) ?? verdict };
  }
  if (lead === 'IK3' || lead === 'AK3') return { kind: 'error', name: `${text(1)} at ${text(2)}`, detail: meant('620', 4) };
  if (lead === 'INS') return { kind: 'subscriber', name: person() || 'Member', detail: meant('875', 3) };
  if (lead === 'HD') return { kind: 'item', name: `Coverage ${meant('1205', 3)}`, detail: meant('875', 1) };
  if (lead === 'EB') {
    const services = segments.repetitions(first, 3).map((piece) => meaningOf('1365', piece.text) ?? piece.text);
    const more = services.length > 3 ? ` and ${services.length - 3} more` : '';
    return { kind: 'item', name: meant('1390', 1), detail: services.slice(0, 3).join(', ') + more };
  }
  if (lead === 'N1' && id.startsWith('1000')) return { kind: 'organization', name: text(2) || instance.name, detail: instance.name };
  return undefined;
}
