// Text to tree. Total: any text gives a tree that covers it, and a list of what was not understood.
import { type Edit, lineEndAt, type Problem, type Span } from '../tree';
import { Cursor } from './cursor';
import { BLOCKS, ENCOUNTER, FACILITY, PATIENT, PAYER, PROVIDER } from './grammar';
import { readLines } from './lines';
import { keywordMeant } from './other-words';
import { movePart } from './move-part';
import type { Entry, Line, Part, Spec, SuperbillTree, Token } from './nodes';

interface OpenEntry extends Entry {
  span: { start: number; end: number };
  entries: OpenEntry[];
  parent: OpenEntry | undefined;
}

/** Reads a document of the superbill language (DESIGN §2). One pass over the lines. */
export function parseSuperbill(text: string): SuperbillTree {
  return treeOf(text, readParts(text, readLines(text)));
}

/**
 * Reads a changed text: only the parts that changed. Those that stayed are taken over from the tree before,
 * with all that points into them, and moved: that tree must not be used any more.
 */
export function parseAgain(text: string, before: SuperbillTree): SuperbillTree {
  const old = before.text,
    parts = before.parts;
  const by = text.length - old.length;
  const shorter = Math.min(old.length, text.length);
  let same = 0;
  while (same < shorter && old.charCodeAt(same) === text.charCodeAt(same)) same += 1;
  let left = 0;
  for (let i = old.length - 1; left < shorter - same && old.charCodeAt(i) === text.charCodeAt(i + by); i -= 1) left += 1;
  // A part ends where the first line of the next says so: that line must be the same as well.
  let first = 0;
  while (first + 1 < parts.length && (parts[first + 1].lines[0]?.span.end ?? Infinity) < same) first += 1;
  let last = parts.length;
  // A part begins after a line's end: that sign must be the same as well.
  while (last > first && parts[last - 1].span.start > old.length - left) last -= 1;
  const kept = parts.slice(last);
  const end = kept.length > 0 ? kept[0].span.start + by : text.length;
  const linesFrom = (part: Part | undefined): Line[] => readLines(text, part?.span.start ?? 0, end, part?.lines[0]?.number ?? 0);
  let lines = linesFrom(parts[first]);
  // Whether a line begins a block may hang on the one below it.
  while (first > 0 && !beginsBlock(text, lines, 0)) lines = linesFrom(parts[(first -= 1)]);
  const fresh = readParts(text, lines);
  const linesNow = fresh.reduce((sum, part) => sum + part.lines.length, 0);
  const linesThen = parts.slice(first, last).reduce((sum, part) => sum + part.lines.length, 0);
  for (const part of kept) movePart(part, by, linesNow - linesThen);
  return treeOf(text, [...parts.slice(0, first), ...fresh, ...kept]);
}

function treeOf(text: string, parts: readonly Part[]): SuperbillTree {
  const lines: Line[] = [],
    blocks: Entry[] = [],
    problems: Problem[] = [];
  for (const part of parts) {
    for (const line of part.lines) lines.push(line);
    for (const block of part.blocks) blocks.push(block);
    for (const problem of part.problems) problems.push(problem);
  }
  return { text, parts, lines, blocks, problems };
}

/** The parts of lines that begin and end between parts. */
function readParts(text: string, lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !beginsBlock(text, lines, to)) to += 1;
    parts.push(readPart(text, lines.slice(from, to)));
    from = to;
  }
  return parts;
}

/** Names of blocks that are keywords within others, too: a block they begin only where deeper lines stand below. */
const WITHIN: ReadonlySet<string> = new Set([PATIENT, PROVIDER, FACILITY, PAYER].map(({ keyword }) => keyword));
const BLOCK_NAMES = BLOCKS.map(({ keyword }) => keyword);

function beginsBlock(text: string, lines: readonly Line[], at: number): boolean {
  const { indent, content } = lines[at];
  if (indent > 0 || content.start === content.end) return false;
  const word = firstWord(text, content),
    name = text.slice(word.start, word.end).toLowerCase();
  const keyword = BLOCK_NAMES.includes(name) ? name : keywordMeant(text.slice(content.start, content.end), BLOCK_NAMES)?.keyword;
  return keyword !== undefined && (!WITHIN.has(keyword) || hasBelow(lines, at));
}

/** Is the next line that says something deeper? */
function hasBelow(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next += 1) {
    const { content, indent } = lines[next];
    if (content.start < content.end) return indent > lines[at].indent;
  }
  return false;
}

function readPart(text: string, lines: Line[]): Part {
  const problems: Problem[] = [];
  const blocks: OpenEntry[] = [];
  const open: OpenEntry[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line.content.start === line.content.end) continue;
    while (open.length > 0 && open[open.length - 1].line.indent >= line.indent) open.pop();
    const entry = readEntry(text, line, homesOf(text, lines, at, open, blocks), problems);
    lines[at] = entry.line;
    if (entry.parent) entry.parent.entries.push(entry);
    else blocks.push(entry);
    for (let up = entry.parent; up; up = up.parent) up.span.end = entry.span.end;
    open.push(entry);
    if (entry.spec?.free) at = takeFreeText(text, lines, at, entry);
  }
  return { span: { start: lines[0].span.start, end: lines[lines.length - 1].span.end }, lines, blocks, problems };
}

/** Where a line may belong. */
interface Homes {
  /** The entry below which it is written; undefined at the margin, and where nothing stands above it. */
  readonly parent: OpenEntry | undefined;
  /** The block above that is understood, where the line is at its depth or further out, and begins none itself. */
  readonly above: OpenEntry | undefined;
  /** What stands before it there. */
  readonly before: OpenEntry | undefined;
}

function homesOf(text: string, lines: readonly Line[], at: number, open: readonly OpenEntry[], blocks: readonly OpenEntry[]): Homes {
  let parent = open.at(-1);
  // A stray line of an encounter has nothing below it that the encounter itself lacks.
  const encounter = parent && !parent.spec ? parent.parent : undefined;
  const spec = encounter && findSpec(encounter.spec?.children ?? [], wordAt(text, lines[at].content));
  if (encounter && spec && !isThere({ spec, parent: encounter })) parent = encounter;
  const above = parent || beginsBlock(text, lines, at) ? undefined : blocks.findLast(({ spec }) => spec);
  return { parent, above, before: (parent ?? above)?.entries.at(-1) };
}

function readEntry(text: string, line: Line, homes: Homes, problems: Problem[]): OpenEntry {
  const first = firstWord(text, line.content);
  const found = findPlace(text, text.slice(first.start, first.end).toLowerCase(), line, homes);
  const isKeyword = !found.spec || (found.spec.keyword !== '' && !found.spec.free) || homes.above !== undefined;
  const meant = isKeyword ? calledOtherwise(text, line, homes) : undefined;
  const { word, place } = meant ?? { word: first, place: found };
  const isItem = place.spec !== undefined && !place.spec.keyword;
  const own = place.spec?.free ? withoutComment(line) : line;
  const cursor = new Cursor(text, isItem ? own.content.start : word.end, own.content.end, problems);
  const keyword: Token | undefined = isItem ? undefined : { kind: place.spec ? 'keyword' : 'text', span: word };
  if (place.problem) problems.push(place.problem);
  const from = problems.length;
  const value = place.spec?.read(cursor);
  // What stands behind the name of a section is not read, even where there is a cure.
  const isRead = value !== undefined && !place.spec?.item;
  const unread = isUnread(dropFollowing(problems, from), isRead) ? place.spec?.keyword : place.meant;
  // What is not understood is kept as it is written.
  if (!place.spec) cursor.rest('text');
  return {
    spec: place.spec,
    keyword,
    value,
    unread,
    line: own,
    span: { ...own.content },
    entries: [],
    parent: place.parent,
    tokens: keyword ? [keyword, ...cursor.tokens] : cursor.tokens,
  };
}

/** Is something on a line not understood? What has a cure was, where the line was read. */
function isUnread(problems: readonly Problem[], isRead: boolean): boolean {
  return problems.some(({ fix }) => !isRead || !fix);
}

/** The problems of a line, which are the last. One thing at a time: what is missing behind something wrong or missing is not told. */
function dropFollowing(problems: Problem[], from: number): readonly Problem[] {
  const own = problems.splice(from);
  const isWrong = own.some(({ kind }) => kind === 'invalid-value'),
    firstMissing = own.find(({ kind }) => kind === 'missing-value');
  const kept = own.filter((one) => one.kind !== 'missing-value' || (!isWrong && one === firstMissing));
  problems.push(...kept);
  return kept;
}

/** Nothing is a comment in free text. */
function withoutComment({ comment, content, ...line }: Line): Line {
  return { ...line, content: { start: content.start, end: comment?.end ?? content.end } };
}

/** A line that begins with a word for which this language has another one. */
function calledOtherwise(text: string, line: Line, { parent, above }: Homes): { word: Span; place: Place } | undefined {
  if (!parent && !above) return calledIn(text, line, BLOCKS, undefined);
  if (parent) return calledIn(text, line, parent.spec?.children ?? [], parent);
  for (let home = above; home; home = home.entries.at(-1)) {
    const meant = calledIn(text, line, home.spec?.children ?? [], home);
    if (meant) return meant;
  }
  return undefined;
}

function calledIn(
  text: string,
  line: Line,
  specs: readonly Spec[],
  parent: OpenEntry | undefined,
): { word: Span; place: Place } | undefined {
  const { start, end } = line.content;
  const meant = keywordMeant(
    text.slice(start, end),
    specs.map((one) => one.keyword),
  );
  const spec = meant && findSpec(specs, meant.keyword);
  if (!meant || !spec) return undefined;
  const span = { start, end: start + meant.length },
    { keyword } = meant;
  // What stands close behind a colon must not grow into the keyword.
  const blank = /\s/.test(text[span.end] ?? ' ') ? '' : ' ';
  const indent = line.indent > (parent?.line.indent ?? -1) ? [] : [indented(line, parent)];
  const fix = { title: `Change to “${keyword}”`, safe: true, edits: [...indent, { span, text: keyword + blank }] };
  const message = `“${text.slice(span.start, span.end)}” is written “${keyword}” here`;
  return { word: span, place: { spec, parent, problem: { span, kind: 'unknown-keyword', message, fix } } };
}

interface Place {
  readonly spec: Spec | undefined;
  readonly parent: OpenEntry | undefined;
  readonly problem?: Problem;
  /** The keyword that an unknown word probably means. */
  readonly meant?: string;
}

/** Which entry a line belongs to and what it is there. A line in the wrong place is understood where that is certain. */
function findPlace(text: string, written: string, line: Line, homes: Homes): Place {
  const { parent, above } = homes;
  if (!parent) {
    const block = findSpec(BLOCKS, written);
    // An indent was forgotten.
    const home = above && acceptingEntry(above, written, true);
    if (home && !(block && isThere(home)))
      return { ...home, problem: misplaced(line, `“${written}” belongs to the block above: it must be indented`, home.parent) };
    // Else it may be a block with a slip of the pen in its name.
    const isStray = above?.spec === ENCOUNTER && !nearest(written, BLOCK_NAMES);
    if (!block) return { spec: undefined, parent: isStray ? above : undefined, ...notUnderstood(text, line, written, homes) };
    if (line.indent === 0) return { spec: block, parent: undefined };
    const message = `“${written}” begins a block: it stands at the start of the line`;
    return { spec: block, parent: undefined, problem: misplaced(line, message, undefined) };
  }
  const direct = accepts(parent, written);
  if (direct) return { spec: direct, parent };
  if (!parent.spec) return { spec: undefined, parent };
  for (let up: OpenEntry | undefined = parent; up; up = up.parent) {
    const home = acceptingEntry(up, written, up === parent);
    const stranger = parent.keyword ? parent.spec.keyword : 'this line';
    const message = `“${written}” does not belong to “${stranger}”: check the indent`;
    if (home) return { ...home, problem: misplaced(line, message, home.parent) };
  }
  return { spec: undefined, parent, ...notUnderstood(text, line, written, homes) };
}

function isThere({ spec, parent }: { readonly spec: Spec; readonly parent: OpenEntry }): boolean {
  return !spec.many && parent.entries.some((one) => one.spec === spec);
}

/** An entry, or the last section in it, that takes the line. */
function acceptingEntry(entry: OpenEntry, written: string, deep: boolean): { spec: Spec; parent: OpenEntry } | undefined {
  const spec = findSpec(entry.spec?.children ?? [], written);
  if (spec) return { spec, parent: entry };
  const last = entry.entries.at(-1);
  const item = last?.spec?.item;
  // Where the section has lost its indent, so have its lines.
  const isLost = last !== undefined && last.line.indent <= entry.line.indent;
  if (last && item && (isLost || looksLikeItem(written)) && !isOfOther(last.spec, written)) return { spec: item, parent: last };
  return deep && last ? acceptingEntry(last, written, false) : undefined;
}

/** Only words with a digit, or a single letter, are taken for a code that lost its indent. */
function looksLikeItem(written: string): boolean {
  return /\d/.test(written) || /^[a-l]$/.test(written);
}

/** Diagnoses do not stand among services, nor services among diagnoses. */
function isOfOther(spec: Spec | undefined, written: string): boolean {
  const section = sectionOf(written);
  return section !== undefined && section !== spec?.keyword && SECTIONS.some(([, keyword]) => keyword === spec?.keyword);
}

function accepts(entry: OpenEntry, written: string): Spec | undefined {
  return findSpec(entry.spec?.children ?? [], written) ?? entry.spec?.item;
}

function findSpec(specs: readonly Spec[], written: string): Spec | undefined {
  return specs.find((one) => one.keyword === written);
}

function firstWord(text: string, content: Span): Span {
  let end = content.start;
  while (end < content.end && !/\s/.test(text[end])) end += 1;
  return { start: content.start, end };
}

/** Lines below a note are its text; blank lines between them too. */
function takeFreeText(text: string, lines: readonly Line[], at: number, entry: OpenEntry): number {
  let last = at;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next];
    const blank = isBlank(text, line);
    if (!blank && line.indent <= entry.line.indent) break;
    if (!blank) last = next;
  }
  if (last === at) return at;
  const first = lines[at + 1];
  const inline = entry.tokens.find((token) => token.kind === 'note');
  const start = inline?.span.start ?? first.span.start;
  const end = trimEnd(text, lines[last].span);
  const span = { start, end };
  const tokens = [...entry.tokens.filter((token) => token.kind !== 'note'), { kind: 'note', span }];
  Object.assign(entry, { value: { value: text.slice(start, end), span }, tokens });
  for (let up: OpenEntry | undefined = entry; up; up = up.parent) up.span.end = end;
  return last;
}

function isBlank(text: string, line: Line): boolean {
  return text.slice(line.span.start, line.span.end).trim() === '';
}

function trimEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1])) end -= 1;
  return end;
}

/** `home` is the entry to which the line belongs. */
function misplaced(line: Line, message: string, home: Entry | undefined): Problem {
  const fix = { title: 'Correct the indent', safe: true, edits: [indented(line, home)] };
  return { span: line.content, kind: 'misplaced-line', message, fix };
}

/** Puts a line below its home, as deep as that will stand when its own indent is right. */
function indented(line: Line, home: Entry | undefined): Edit {
  return { span: { start: line.span.start, end: line.content.start }, text: ' '.repeat(depthBelow(home)) };
}

function depthBelow(home: Entry | undefined): number {
  return home ? Math.max(home.line.indent, depthBelow(home.parent)) + 2 : 0;
}

/** Codes that stand in an encounter without their section. */
const SECTIONS: readonly (readonly [code: RegExp, keyword: string])[] = [
  [/^(?:\d{5}|[a-z]\d{4}|\d{4}[a-z])(?:[-./,].*)?$/, 'services'],
  [/^[a-z]\d[\da-z](?:\.[\da-z]{1,4})?,?$/, 'diagnoses'],
];

function sectionOf(written: string): string | undefined {
  return SECTIONS.find(([code]) => code.test(written))?.[1];
}

function notUnderstood(
  text: string,
  line: Line,
  written: string,
  { parent, above, before }: Homes,
): { readonly problem: Problem; readonly meant?: string } {
  const home = parent ?? above;
  const span = { start: line.content.start, end: line.content.start + written.length };
  const encounter = home?.spec === ENCOUNTER ? home : undefined;
  const section = encounter && sectionOf(written);
  if (section) {
    // Of several lines the first one gets the section, and then the others belong to it.
    const isFirst = !before || before.spec || !sectionOf(wordAt(text, before.line.content));
    const problem = { span, kind: 'misplaced-line', message: `“${written}” stands below “${section}”` } as const;
    return { problem: isFirst ? { ...problem, fix: below(text, line, encounter, section) } : problem };
  }
  const near = nearest(written, [...(home?.spec?.children ?? []), ...(parent ? [] : BLOCKS)].map((one) => one.keyword).filter(Boolean));
  const note = encounter && !near ? lostNote(encounter) : undefined;
  if (note) return { problem: misplaced(line, 'This line belongs to the note above: it must be indented', note) };
  const message = `“${written}” is not understood here`;
  if (!near) return { problem: { span, kind: 'unknown-keyword', message, ...(encounter && noted(line, encounter)) } };
  const fix = { title: `Change to “${near}”`, safe: false, edits: [{ span, text: near }] };
  return { problem: { span, kind: 'unknown-keyword', message: `${message}: did you mean “${near}”?`, fix }, meant: near };
}

function wordAt(text: string, content: Span): string {
  const { start, end } = firstWord(text, content);
  return text.slice(start, end).toLowerCase();
}

/** Writes a section above a line, and the line into it. */
function below(text: string, line: Line, encounter: Entry, section: string): Problem['fix'] {
  const indent = ' '.repeat(encounter.line.indent + 2),
    span = { start: line.span.start, end: line.content.start };
  const edits = [{ span, text: `${indent}${section}${lineEndAt(text, line.span.start)}${indent}  ` }];
  return { title: `Write “${section}” above it`, safe: true, edits };
}

/** What belongs to nothing may be a part of the note: the person decides. */
function noted(line: Line, encounter: Entry): Pick<Problem, 'fix'> {
  const isBehind = encounter.entries.at(-1)?.spec?.free === true;
  if (!isBehind && encounter.entries.some(({ spec }) => spec?.free)) return {};
  const { indent } = encounter.line;
  const edits = [
    {
      span: { start: line.span.start, end: line.content.start },
      text: isBehind ? ' '.repeat(indent + 4) : `${' '.repeat(indent + 2)}note `,
    },
  ];
  return { fix: { title: 'Put it into the note', safe: false, edits } };
}

/** The note whose lines have lost their indent together with it, up to the next keyword. */
function lostNote(encounter: Entry): Entry | undefined {
  const last = encounter.entries.findLast(({ spec }) => spec);
  return last?.spec?.free && last.line.indent <= encounter.line.indent ? last : undefined;
}

/** The word at most two slips of the pen away. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const distance = editDistance(written, word);
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** Letters to change, add, drop or swap with their neighbour. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
