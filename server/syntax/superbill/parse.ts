// Text to tree. Total: any text gives a tree that covers it, and a list of what was not understood.
import type { Edit, Problem, Span } from '../tree';
import { Cursor } from './cursor';
import { headlessVisit, VisitsBelow } from './headless';
import { firstWord, readLines } from './lines';
import { movePart } from './move-part';
import type { Entry, Line, Part, SuperbillTree, Token } from './nodes';
import { isOfEncounter, lacksKeyword } from './note-lines';
import type { Homes, OpenEntry } from './open';
import { beginsBlock, calledOtherwise, findPlace, homesOf } from './place';

/** Reads a document of the superbill language. One pass over the lines. */
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
  // A visit without its first line begins a part because of what stands above.
  while (last < parts.length && parts[last].problems[0]?.lacks) last += 1;
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
    const visits = new VisitsBelow(text, lines);
    let to = from;
    do visits.pass(to++);
    while (to < lines.length && !beginsBlock(text, lines, to) && !visits.beginAt(to));
    parts.push(readPart(text, lines.slice(from, to)));
    from = to;
  }
  return parts;
}

function readPart(text: string, lines: Line[]): Part {
  const headless = headlessVisit(text, lines);
  const problems: Problem[] = headless ? [headless] : [];
  const blocks: OpenEntry[] = [];
  const open: OpenEntry[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line.content.start === line.content.end) continue;
    while (open.length > 0 && open[open.length - 1].line.indent >= line.indent) open.pop();
    // Line by line much would be told of a visit without its first line that is not so.
    const entry = headless ? unreadEntry(text, line, open.at(-1)) : readEntry(text, line, homesOf(text, lines, at, open, blocks), problems);
    lines[at] = entry.line;
    if (entry.parent) entry.parent.entries.push(entry);
    else blocks.push(entry);
    for (let up = entry.parent; up; up = up.parent) up.span.end = entry.span.end;
    open.push(entry);
    if (entry.spec?.free) at = takeFreeText(text, lines, at, entry, problems);
  }
  return { span: { start: lines[0].span.start, end: lines[lines.length - 1].span.end }, lines, blocks, problems };
}

function unreadEntry(text: string, line: Line, parent: OpenEntry | undefined): OpenEntry {
  const keyword: Token = { kind: 'text', span: firstWord(text, line.content) };
  const cursor = new Cursor(text, { start: keyword.span.end, end: line.content.end }, '', []);
  cursor.rest('text');
  const tokens = [keyword, ...cursor.tokens];
  return { spec: undefined, keyword, value: undefined, unread: undefined, line, span: { ...line.content }, entries: [], parent, tokens };
}

function readEntry(text: string, line: Line, homes: Homes, problems: Problem[]): OpenEntry {
  const first = firstWord(text, line.content);
  const found = findPlace(text, text.slice(first.start, first.end).toLowerCase(), line, homes);
  const isKeyword = !found.spec || (found.spec.keyword !== '' && !found.spec.free) || homes.above !== undefined;
  const meant = isKeyword ? calledOtherwise(text, line, homes) : undefined;
  const { word, place } = meant ?? { word: first, place: found };
  const isItem = place.spec !== undefined && !place.spec.keyword;
  const own = place.spec?.free ? withoutComment(line) : line;
  const before = { start: line.span.start, end: line.content.start };
  const indent = moveOf(place.problem, line)?.text ?? text.slice(before.start, before.end);
  const cursor = new Cursor(text, { start: isItem ? own.content.start : word.end, end: own.content.end }, indent, problems);
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

/** The edit that puts a line at its depth, where the cure of a problem has one. */
function moveOf(problem: Problem | undefined, { span, content }: Line): Edit | undefined {
  return problem?.fix?.edits.find((edit) => edit.span.start === span.start && edit.span.end === content.start);
}

/** Lines below a note are its text; blank lines between them too. */
function takeFreeText(text: string, lines: readonly Line[], at: number, entry: OpenEntry, problems: Problem[]): number {
  let last = at;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next];
    const blank = isBlank(text, line);
    if (!blank && (line.indent <= entry.line.indent || (lacksKeyword(entry) && isOfEncounter(text, line)))) break;
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
  const own = lines.slice(at + 1, last + 1).filter((line) => !isBlank(text, line));
  moveFreeText(entry, own, problems);
  return last;
}

/** The cure that puts a note at its depth takes its text along. */
function moveFreeText(entry: OpenEntry, own: readonly Line[], problems: Problem[]): void {
  const { line } = entry;
  const at = problems.findLastIndex((problem) => moveOf(problem, line) !== undefined),
    move = moveOf(problems[at], line);
  const fix = problems[at]?.fix;
  if (!move || !fix) return;
  // Behind a keyword that is missing the line is itself the first of the text: the others stay as deep below it as they are.
  const isText = lacksKeyword(entry);
  const depth = move.text.length - Math.max(move.text.lastIndexOf('\n'), move.text.lastIndexOf('\r')) - 1 + (isText ? 0 : 2);
  const by = depth - (isText ? line.indent : Math.min(...own.map(({ indent }) => indent)));
  if (by <= 0) return;
  const edits = own.map(({ span, content, indent }) => ({
    span: { start: span.start, end: content.start },
    text: ' '.repeat(indent + by),
  }));
  problems[at] = { ...problems[at], fix: { ...fix, edits: [...fix.edits, ...edits] } };
}

function isBlank(text: string, line: Line): boolean {
  return text.slice(line.span.start, line.span.end).trim() === '';
}

function trimEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1])) end -= 1;
  return end;
}
