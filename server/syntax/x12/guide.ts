// A guide's notation -> loops, segments and elements with their usage. The notation is described in README.md.
import { pack } from './scan';

/** Required, situational, not used. */
export type Usage = 'R' | 'S' | 'N';

/** How a guide uses an element or a component. */
export interface ElementUse {
  /** Counted from 1 in its segment or composite. */
  readonly number: number;
  readonly usage: Usage;
  readonly name: string;
  /** The data element's number, or the composite's such as `C003`. */
  readonly data: string;
  readonly type: string;
  readonly min: number;
  readonly max: number;
  /** The codes allowed here. */
  readonly codes: ReadonlySet<string> | undefined;
  /** The same codes for quick comparison (see scan.ts); undefined where one is longer than four characters. */
  readonly packed: Int32Array | undefined;
  /** A list kept elsewhere, such as `states`. */
  readonly list: string | undefined;
  readonly pattern: RegExp | undefined;
  /** A date or time in the format that the element before it names. */
  readonly dated: boolean;
  /** Required only where another element of the segment has one of these codes. */
  readonly when: { readonly element: number; readonly codes: readonly string[] } | undefined;
  /** A number that cannot be below zero. */
  readonly unsigned: boolean;
  /** How often it may stand, more than 1 with the repetition separator. */
  readonly repeat: number;
  readonly components: readonly ElementUse[] | undefined;
}

/** A condition between elements of a segment: P paired, R one of, E at most one, C and L if the first then others. */
export interface SyntaxNote {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  readonly elements: readonly number[];
  readonly text: string;
  /** Bit n is set for element n; only elements up to 30 stand in notes that are checked by mask. */
  readonly mask: number;
}

export interface SegmentUse {
  readonly kind: 'segment';
  readonly id: string;
  readonly name: string;
  readonly usage: Usage;
  readonly max: number;
  readonly elements: readonly ElementUse[];
  readonly notes: readonly SyntaxNote[];
  /** The last required element: up to it a segment must be looked through, however short it is. */
  readonly lastRequired: number;
  /** The element (and component, 0 for none) whose codes tell this use from others of the same segment. */
  readonly key: { readonly element: number; readonly component: number; readonly codes: ReadonlySet<string> } | undefined;
}

export interface LoopUse {
  readonly kind: 'loop';
  readonly id: string;
  readonly name: string;
  readonly usage: Usage;
  readonly max: number;
  readonly children: readonly Child[];
  /** Children by the name of the segment that begins them. */
  readonly byId: ReadonlyMap<string, Candidates>;
  /** The same by packed name. */
  readonly byPackedId: ReadonlyMap<number, Candidates>;
  /** Children that must be there. */
  readonly required: readonly Child[];
  /** A zero for each child. */
  readonly zeros: readonly number[];
  /** Remembers which children fit a name and a code: filled while walking, says nothing new. */
  readonly memory: FitMemory;
  /** The segment that begins the loop. */
  readonly lead: SegmentUse;
}

/** A small table of earlier answers, by packed name and code. */
export interface FitMemory {
  readonly ids: Int32Array;
  readonly codes: Int32Array;
  readonly fits: (readonly Child[])[];
}

/** Children that begin with the same segment; `byCode` where all of them are told apart by the codes of one element. */
export interface Candidates {
  readonly all: readonly Child[];
  /** The same by packed code, undefined where one is longer than four characters. */
  readonly byPackedCode: ReadonlyMap<number, readonly Child[]> | undefined;
  readonly byCode: ReadonlyMap<string, readonly Child[]> | undefined;
}

/** A segment or loop at its place in a loop. Neighbours of one slot may stand in any order. */
export interface Child {
  readonly use: SegmentUse | LoopUse;
  readonly lead: SegmentUse;
  readonly slot: number;
  readonly index: number;
}

export interface Guide {
  /** Such as `837P`. */
  readonly id: string;
  readonly name: string;
  /** ST01. */
  readonly transaction: string;
  /** GS01, one or more. */
  readonly functionalIds: readonly string[];
  /** GS08 and ST03. */
  readonly versions: readonly string[];
  /** The same before its later corrections (errata): read the same way, but no longer asked for. */
  readonly earlier: readonly string[];
  readonly root: LoopUse;
  /** All segment names used anywhere in it. */
  readonly segments: ReadonlySet<string>;
}

/** The shapes of segments, before a guide says how it uses them. */
export interface Base {
  readonly elements: ReadonlyMap<string, BaseElement>;
  readonly composites: ReadonlyMap<string, { readonly name: string; readonly parts: readonly Part[] }>;
  readonly segments: ReadonlyMap<string, { readonly name: string; readonly parts: readonly Part[]; readonly notes: readonly SyntaxNote[] }>;
}

export interface BaseElement {
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly name: string;
  readonly unsigned: boolean;
}

interface Part {
  readonly data: string;
  readonly name: string | undefined;
}

/** A line of a guide that cannot be read: a fault of ours, found by the tests. */
export class GuideFault extends Error {}

/** Reads `base.guide`. */
export function parseBase(text: string): Base {
  const elements = new Map<string, BaseElement>();
  const composites = new Map<string, { name: string; parts: Part[] }>();
  const segments = new Map<string, { name: string; parts: Part[]; notes: SyntaxNote[] }>();
  for (const line of lines(text)) {
    const [kind = '', id = ''] = line.split(/ +/);
    if (kind === 'element') {
      const [, type = '', min, max, name = ''] = /^element +\S+ +(\S+) (\d+) (\d+) +(.+)$/.exec(line) ?? [];
      elements.set(id, { type, min: Number(min), max: Number(max), name, unsigned: false });
    } else if (kind === 'unsigned') {
      for (const [each, element] of unsigned(elements, line.split(/ +/).slice(1))) elements.set(each, element);
    } else {
      const [, name = '', list = '', notes = ''] = /^\S+ \S+ (.+?) : ([^;]+?)(?: ; (.+))?$/.exec(line) ?? [];
      const parts = repeated(list.trim().split(/ +/)).map(part);
      if (kind === 'composite') composites.set(id, { name, parts });
      else if (kind === 'segment') segments.set(id, { name, parts, notes: notes ? notes.split(/ +/).map(syntaxNote) : [] });
      else throw new GuideFault(`base: ${line}`);
    }
  }
  return { elements, composites, segments };
}

/** Elements, such as 380 and 782, as numbers that cannot be below zero. */
function unsigned(elements: Base['elements'], ids: readonly string[]): [string, BaseElement][] {
  return ids.map((id) => {
    const element = elements.get(id);
    if (!element) throw new GuideFault(`no element ${id} that could be unsigned`);
    return [id, { ...element, unsigned: true }];
  });
}

function withUnsigned(base: Base, ids: readonly string[]): Base {
  return ids.length === 0 ? base : { ...base, elements: new Map([...base.elements, ...unsigned(base.elements, ids)]) };
}

/** Words that begin the lines of a guide's head, which stand before all others. */
const HEAD = new Set(['guide', 'transaction', 'versions', 'earlier', 'unsigned']);

/**
 * Reads the head of a guide, and the rest of it when it is first asked for: of many guides a file needs one. Throws `GuideFault` on a line
 * that does not fit.
 */
export function parseGuide(text: string, base: Base): Guide {
  const all = lines(text);
  const first = all.findIndex((line) => !HEAD.has(line.split(/ +/, 1)[0]));
  const head = new Map(
    all.slice(0, first).map((line) => {
      const [keyword = '', ...words] = line.split(/ +/);
      return [keyword, words];
    }),
  );
  const [id = '', ...name] = head.get('guide') ?? [];
  const [transaction = '', ...functionalIds] = head.get('transaction') ?? [];
  let body: Pick<Guide, 'root' | 'segments'> | undefined;
  const read = (): Pick<Guide, 'root' | 'segments'> =>
    (body ??= parseBody(all.slice(first), { id, name: name.join(' ') }, withUnsigned(base, head.get('unsigned') ?? [])));
  return {
    id,
    name: name.join(' '),
    transaction,
    functionalIds,
    versions: head.get('versions') ?? [],
    earlier: head.get('earlier') ?? [],
    get root() {
      return read().root;
    },
    get segments() {
      return read().segments;
    },
  };
}

function parseBody(all: readonly string[], { id, name }: Pick<Guide, 'id' | 'name'>, base: Base): Pick<Guide, 'root' | 'segments'> {
  const root: OpenLoop = { id: 'ST', name, usage: 'R', max: 1, children: [], indent: -1 };
  const open: OpenLoop[] = [root];
  const loops = new Map<string, LoopUse | OpenLoop>();
  const segments = new Set<string>();
  const close = (indent: number): void => {
    for (let loop = open.at(-1); loop && loop !== root && loop.indent >= indent; loop = open.at(-1)) {
      open.pop();
      const closed = finish(loop);
      loops.set(loop.id, closed);
      open.at(-1)?.children.push(closed);
    }
  };
  for (const line of all) {
    const indent = line.length - line.trimStart().length;
    const words = line.trim().split(/ +/);
    const [first = '', second = ''] = words;
    close(indent);
    const parent = open.at(-1) ?? root;
    if (first === 'loop') {
      const [, usage = '', max = '', title = ''] = /^loop \S+ ([RS])(\d+|>1) (.+)$/.exec(line.trim()) ?? [];
      if (!usage) throw new GuideFault(`${id}: ${line}`);
      open.push({ id: second, name: title, usage: usage as Usage, max: maximum(max), children: [], indent });
    } else if (first === 'again') {
      const known = loops.get(second);
      if (!known || !('kind' in known)) throw new GuideFault(`${id}: no loop ${second} to repeat`);
      const [, usage, max] = /^([RS])(\d+|>1)$/.exec(words[2] ?? '') ?? [];
      parent.children.push(usage && max ? { ...known, usage: usage as Usage, max: maximum(max) } : known);
    } else {
      const use = segmentUse(line.trim(), id, base);
      segments.add(use.id);
      parent.children.push(use);
    }
  }
  close(0);
  return { root: finish(root), segments };
}

interface OpenLoop {
  readonly id: string;
  readonly name: string;
  readonly usage: Usage;
  readonly max: number;
  readonly children: (SegmentUse | LoopUse)[];
  readonly indent: number;
}

/** Consecutive children that begin with the same segment share a slot; the first segment of a loop has slot 0 to itself. */
function finish({ id, name, usage, max, children }: OpenLoop): LoopUse {
  const placed: Child[] = [];
  const together = new Map<string, Child[]>();
  for (const use of children) {
    const lead = use.kind === 'loop' ? use.lead : use;
    const before = placed.at(-1);
    const slot = !before ? 0 : placed.length > 1 && before.lead.id === lead.id ? before.slot : before.slot + 1;
    const child = { use, lead, slot, index: placed.length };
    placed.push(child);
    together.set(lead.id, [...(together.get(lead.id) ?? []), child]);
  }
  const byId = new Map([...together].map(([segment, all]) => [segment, candidates(all)]));
  const byPackedId = new Map([...byId].map(([segment, each]) => [packed(segment), each]));
  const required = placed.filter((child) => child.use.usage === 'R');
  const lead = placed[0]?.lead;
  if (!lead) throw new GuideFault(`loop ${id} is empty`);
  return {
    kind: 'loop',
    id,
    name,
    usage,
    max,
    children: placed,
    byId,
    byPackedId,
    required,
    zeros: placed.map(() => 0),
    lead,
    memory: fitMemory(),
  };
}

/** How many answers a loop remembers, a power of two. */
export const REMEMBERED = 64;

function fitMemory(): FitMemory {
  const fits = new Array<readonly Child[]>(REMEMBERED).fill([]);
  return { ids: new Int32Array(REMEMBERED).fill(-2), codes: new Int32Array(REMEMBERED), fits };
}

const packed = (text: string): number => pack(text, 0, text.length);

function candidates(all: readonly Child[]): Candidates {
  const codes = byCode(all);
  const short = codes && [...codes.keys()].every((code) => packed(code) >= 0);
  return { all, byCode: codes, byPackedCode: codes && short ? new Map([...codes].map(([code, each]) => [packed(code), each])) : undefined };
}

function byCode(all: readonly Child[]): Map<string, Child[]> | undefined {
  const found = new Map<string, Child[]>();
  for (const child of all) {
    if (!child.lead.key) return undefined;
    for (const code of child.lead.key.codes) found.set(code, [...(found.get(code) ?? []), child]);
  }
  return found;
}

function segmentUse(line: string, guide: string, base: Base): SegmentUse {
  const [, id = '', usage = '', max = '', name = '', list = ''] = /^(\w+) +([RS])(\d+|>1) +(.+?) : (.*)$/.exec(line) ?? [];
  const shape = base.segments.get(id);
  if (!shape) throw new GuideFault(`${guide}: ${line}`);
  const tokens = list.match(/[!?]\(|\)(?:\*\d+)?|[^\s()]+|\(/g) ?? [];
  const uses = elementUses(tokens, shape.parts, base, `${guide}: ${line}`);
  return {
    kind: 'segment',
    id,
    name,
    usage: usage as Usage,
    max: maximum(max),
    elements: uses,
    notes: shape.notes,
    key: keyOf(id, uses),
    lastRequired: uses.reduce((found, { usage: each }, index) => (each === 'R' ? index + 1 : found), 0),
  };
}

function keyOf(id: string, elements: readonly ElementUse[]): SegmentUse['key'] {
  const element = elements[id === 'HL' ? 2 : 0];
  if (element?.codes) return { element: element.number, component: 0, codes: element.codes };
  const first = element?.components?.[0];
  return element && first?.codes ? { element: element.number, component: 1, codes: first.codes } : undefined;
}

/** Fits tokens to the elements of a shape; elements without a token are not used. */
function elementUses(tokens: readonly string[], parts: readonly Part[], base: Base, where: string): ElementUse[] {
  const uses: ElementUse[] = [];
  let at = 0;
  for (const [index, shape] of parts.entries()) {
    if (index < uses.length) continue;
    const token = tokens[at] ?? '-';
    at++;
    let inner: string[] | undefined;
    let closing = '';
    if (token.endsWith('(')) {
      const close = tokens.findIndex((each, i) => i >= at && each.startsWith(')'));
      if (close < 0) throw new GuideFault(`${where}: ( is not closed`);
      inner = tokens.slice(at, close);
      closing = tokens[close] ?? '';
      at = close + 1;
    }
    uses.push(elementUse(index + 1, token, closing, inner, shape, base, where));
    const again = /^x(\d+)$/.exec(tokens[at] ?? '');
    if (!again) continue;
    at++;
    for (let left = Number(again[1]) - 1; left > 0; left--) {
      const next = parts[uses.length];
      if (!next) throw new GuideFault(`${where}: too many elements`);
      uses.push(elementUse(uses.length + 1, token, closing, inner, next, base, where));
    }
  }
  if (at < tokens.length) throw new GuideFault(`${where}: too many elements`);
  return uses;
}

function elementUse(
  number: number,
  token: string,
  closing: string,
  inner: readonly string[] | undefined,
  shape: Part,
  base: Base,
  where: string,
): ElementUse {
  const found = /^(?:-|([!?])(?:\(|(@?[\w,]+))?(?:~(\S+?))?(?:<(\d+))?(?:\*(\d+))?(?:%(\d\d):([\w,]+))?(?:=(\S+))?)$/.exec(token);
  if (!found) throw new GuideFault(`${where}: ${token}`);
  const [, mark, codes, pattern, max, repeat, whenElement, whenCodes, name] = found;
  const usage: Usage = mark === '!' ? 'R' : mark === '?' ? 'S' : 'N';
  const composite = base.composites.get(shape.data);
  const element = base.elements.get(shape.data);
  if (!composite && !element) throw new GuideFault(`base: no element ${shape.data}`);
  if (inner && !composite) throw new GuideFault(`${where}: element ${number} is no composite`);
  const list = codes && !codes.startsWith('@') ? codes.replaceAll('_', ' ').split(',') : undefined;
  const all = composite ? composite.parts.map(() => (usage === 'N' ? '-' : '?')) : [];
  return {
    number,
    usage,
    data: shape.data,
    name: (name ?? shape.name)?.replaceAll('_', ' ') ?? composite?.name.toLowerCase() ?? element?.name ?? '',
    type: element?.type ?? '',
    min: element?.min ?? 0,
    max: Number(max ?? element?.max ?? 0),
    codes: list ? new Set(list) : undefined,
    packed: list?.every((code) => packed(code) >= 0) ? Int32Array.from(list, packed) : undefined,
    list: codes?.startsWith('@') ? codes.slice(1) : undefined,
    pattern: pattern ? new RegExp(`^${pattern}$`) : undefined,
    dated: shape.data === '1251',
    unsigned: element?.unsigned ?? false,
    when: whenElement && whenCodes ? { element: Number(whenElement), codes: whenCodes.split(',') } : undefined,
    repeat: Number(repeat ?? /^\)\*(\d+)$/.exec(closing)?.[1] ?? 1),
    components: composite ? elementUses(inner ?? all, composite.parts, base, where) : undefined,
  };
}

function syntaxNote(text: string): SyntaxNote {
  const elements = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  return { kind: text[0] as SyntaxNote['kind'], text, elements, mask: elements.reduce((mask, n) => mask | bit(n), 0) };
}

/** The bit of an element in a mask; 0 beyond the 30th. */
export const bit = (element: number): number => (element <= 30 ? 1 << element : 0);

const maximum = (text: string): number => (text === '>1' ? Infinity : Number(text));

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** `a x3` stands for `a a a`. */
function repeated(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const times = /^x(\d+)$/.exec(word);
    return times ? Array.from({ length: Number(times[1]) - 1 }, () => words[index - 1] ?? '') : [word];
  });
}

function part(word: string): Part {
  const [data = '', name] = word.split('=');
  return { data, name };
}
