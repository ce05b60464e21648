// Lays a superbill document out: indents, columns, dates and amounts in one way. Comments and notes keep their words;
// formatting twice changes nothing more, and what the document means stays the same.
import { dottedDiagnosis } from '../model/diagnosis-codes';
import { formatMoney } from '../model/money';
import type { Edit } from '../syntax/tree';
import { lineEndOf, slice } from '../syntax/tree';
import * as grammar from '../syntax/superbill/grammar';
import type { Entry, Line, SuperbillTree, Token } from '../syntax/superbill/nodes';
import { parseSuperbill } from '../syntax/superbill/parse';
import { readDateRange, readMoney } from '../syntax/superbill/values';
import { entriesOf } from './locate';

/**
 * The whole document, laid out. Lines end as the first one does; a byte order mark is dropped. A block that would mean
 * something else afterwards (a line in the wrong place, a sign that becomes a comment) stays as it is written.
 */
export function formatSuperbill(tree: SuperbillTree): string {
  const before = shapesOf(tree);
  const whole = layOutDocument(tree, new Set());
  const after = shapesOf(parseSuperbill(whole));
  if (isEqual(before, after)) return whole;
  const part = layOutDocument(tree, new Set(tree.blocks.filter((_, i) => before.length !== after.length || before[i] !== after[i])));
  return isEqual(before, shapesOf(parseSuperbill(part))) ? part : tree.text;
}

/** For each block: which line is of what kind, how deep it stands and what it says. */
function shapesOf({ text, blocks }: SuperbillTree): string[] {
  const shapeOf = (entry: Entry) => {
    const words = cellsOf(text, entry).map((one) => one.text);
    return [depthOf(entry), entry.spec?.keyword ?? '?', ...words, ...(entry.spec?.free ? [noteOf(text, entry)] : [])].join(' ');
  };
  return blocks.map((block) => [...entriesOf([block])].map(shapeOf).join('\n'));
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function noteOf(text: string, entry: Entry): string {
  const note = entry.tokens.find((token) => token.kind === 'note');
  return note ? slice(text, note.span).replace(/\s+/g, ' ') : '';
}

/** `kept`: blocks that stay as they are written. */
function layOutDocument(tree: SuperbillTree, kept: ReadonlySet<Entry>): string {
  const { text, lines } = tree;
  const laidOut = new Map<number, string>();
  const notes = new Map<number, Entry>();
  layOut(
    text,
    tree.blocks.filter((block) => !kept.has(block)),
    laidOut,
    notes,
  );
  const keptLines = new Map([...kept].map((block) => [block.line.number, lastLineOf(lines, block.line.number, block.span.end)]));
  const output: { text: string; comment?: string }[] = [];
  let deepest = Infinity;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const lastKept = keptLines.get(at);
    if (lastKept !== undefined) {
      for (const keptLine of lines.slice(at, lastKept + 1)) output.push({ text: slice(text, keptLine.span).replace(/[\r\n]+$/, '') });
      at = lastKept;
      continue;
    }
    const note = notes.get(at);
    if (note) {
      const last = lastLineOf(lines, note.line.number, noteEnd(note));
      for (const noteLine of noteLines(text, lines.slice(at, last + 1), depthOf(note) * 2)) output.push({ text: noteLine });
      at = last;
      // A comment behind a note must not become one of its lines.
      deepest = (depthOf(note) - 1) * 2;
      continue;
    }
    const written = laidOut.get(line.number);
    const comment = line.comment && slice(text, line.comment);
    if (written !== undefined) {
      output.push({ text: written, ...(comment && { comment }) });
      deepest = Infinity;
    } else if (comment) output.push({ text: `${' '.repeat(Math.min(deepest, commentIndent(line, lines, at, laidOut)))}${comment}` });
    else if (output.length > 0 && output.at(-1)?.text !== '') output.push({ text: '' });
  }
  while (output.at(-1)?.text === '') output.pop();
  const end = lineEndOf(text);
  return output.length === 0 ? '' : `${alignComments(output).join(end)}${end}`;
}

/** The smallest edit that turns the text into the formatted one; none where it is so already. */
export function formatEdit(tree: SuperbillTree): Edit | undefined {
  const formatted = formatSuperbill(tree);
  const { text } = tree;
  if (formatted === text) return undefined;
  let start = 0;
  while (start < text.length && text[start] === formatted[start]) start += 1;
  let end = text.length,
    formattedEnd = formatted.length;
  while (end > start && formattedEnd > start && text[end - 1] === formatted[formattedEnd - 1]) {
    end -= 1;
    formattedEnd -= 1;
  }
  // CR and LF are one line end: an edit begins and ends beside the pair, not inside of it.
  if (start > 0 && text[start - 1] === '\r') start -= 1;
  if (end < text.length && text[end] === '\n' && text[end - 1] === '\r') {
    end += 1;
    formattedEnd += 1;
  }
  return { span: { start, end }, text: formatted.slice(start, formattedEnd) };
}

/** Level by level, without calling itself: a text may go down thousands of levels. */
function layOut(text: string, blocks: readonly Entry[], laidOut: Map<number, string>, notes: Map<number, Entry>): void {
  const open: { entries: readonly Entry[]; depth: number }[] = [{ entries: blocks, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { entries, depth } = next;
    layOutLevel(text, entries, depth, laidOut, notes);
    for (const entry of entries) if (entry.entries.length > 0) open.push({ entries: entry.entries, depth: depth + 1 });
  }
}

function layOutLevel(
  text: string,
  entries: readonly Entry[],
  depth: number,
  laidOut: Map<number, string>,
  notes: Map<number, Entry>,
): void {
  const indent = ' '.repeat(depth * 2);
  const fields = entries.filter((entry) => entry.keyword);
  const plain = fields.filter((entry) => entry.spec && entry.entries.length === 0 && !entry.spec.free && entry.tokens.length > 1);
  const width = depth === 0 ? 0 : plain.reduce((most, entry) => Math.max(most, cell(text, entry, entry.tokens[0]).length), 0);
  for (const entry of fields) {
    const [keyword, ...rest] = entry.spec ? cellsOf(text, entry).map((one) => one.text) : [slice(text, entry.line.content)];
    // A line with lines below it joins the column where it fits, and does not widen it.
    const inColumn = entry.spec && !entry.spec.free && depth > 0 && keyword.length <= width;
    const head = inColumn ? `${keyword.padEnd(width)}  ` : `${keyword} `;
    laidOut.set(entry.line.number, indent + (rest.length === 0 ? keyword : head + rest.join(' ')));
    if (entry.spec?.free && spansLines(entry)) notes.set(entry.line.number + 1, entry);
  }
  const items = entries.filter((entry) => !entry.keyword);
  const rows = items.map((entry) => columnsOf(text, entry));
  const widths = columnWidths(rows);
  items.forEach((entry, i) => {
    laidOut.set(entry.line.number, indent + joinColumns(rows[i], widths));
  });
}

interface Cell {
  readonly kind: Token['kind'];
  readonly text: string;
}

/** The words of a line, tokens that touch (code and modifiers) as one cell. What is no token is kept as it is written. */
function cellsOf(text: string, entry: Entry): Cell[] {
  const cells: Cell[] = [];
  const add = (kind: Token['kind'], word: string, touching: boolean) => {
    const last = cells.at(-1);
    if (touching && last) cells[cells.length - 1] = { kind: last.kind, text: last.text + word };
    else if (word !== '') cells.push({ kind, text: word });
  };
  let at = entry.line.content.start;
  const addGap = (end: number): boolean => {
    const words = text.slice(at, end).split(/\s+/);
    words.forEach((word, i) => add('text', word, i === 0));
    return words.length === 1 || words.at(-1) !== '';
  };
  for (const token of entry.tokens) {
    if (token.kind === 'note' && token.span.end > entry.line.content.end) break;
    const touching = addGap(token.span.start);
    add(token.kind, cell(text, entry, token), touching);
    at = token.span.end;
  }
  const { start, end } = entry.line.content;
  if (at < end && !entry.spec?.free) addGap(end);
  return cells.length > 0 ? cells : [{ kind: 'text', text: text.slice(start, end) }];
}

/** A token in its one way of writing; as it stands where it cannot be read. */
function cell(text: string, entry: Entry, token: Token): string {
  const written = slice(text, token.span);
  switch (token.kind) {
    case 'keyword':
      return written.toLowerCase();
    case 'date': {
      const days = readDateRange(written);
      return !days ? written : days.from === days.to && !written.includes('..') ? days.from : `${days.from}..${days.to}`;
    }
    case 'money': {
      const cents = readMoney(written);
      return cents === undefined ? written : formatMoney(cents);
    }
    case 'letter':
      return written.toUpperCase().replace(/[.):]$/, '');
    case 'modifier':
    case 'pointer':
      return written.toUpperCase();
    case 'code':
      return entry.spec === grammar.DIAGNOSIS ? diagnosisCode(written) : written.toUpperCase();
    default:
      return written;
  }
}

/** Upper case, with its dot. */
function diagnosisCode(written: string): string {
  const code = written.toUpperCase();
  return /^[A-Z]\d[A-Z0-9][A-Z0-9]{1,4}$/.test(code) ? dottedDiagnosis(code) : code;
}

interface Column {
  readonly text: string;
  readonly right?: boolean;
  /** Goes as far as it likes. */
  readonly free?: boolean;
}

/** The columns of an item line. A service has fixed ones, so that lines without units still align. */
function columnsOf(text: string, entry: Entry): Column[] {
  const cells = cellsOf(text, entry);
  if (entry.spec !== grammar.SERVICE) return cells.map((one) => ({ text: one.text, right: one.kind === 'money' }));
  const taken = new Set<Cell>();
  const head = cells[0];
  const firstOption = cells.findIndex((one, i) => i > 0 && (one.kind === 'keyword' || one.kind === 'text'));
  const fixed = firstOption === -1 ? cells : cells.slice(0, firstOption);
  const pick = (kind: Token['kind']) => {
    const found = fixed.find((one) => one !== head && one.kind === kind && !taken.has(one));
    if (found) taken.add(found);
    return found?.text ?? '';
  };
  const columns: Column[] = [
    { text: head?.text ?? '' },
    { text: pick('pointer') },
    { text: pick('units') },
    { text: pick('money'), right: true },
  ];
  const rest = cells
    .filter((one) => one !== head && !taken.has(one))
    .map((one) => one.text)
    .join(' ');
  const row = [...columns, { text: rest }],
    inOrder = cells.map((one) => one.text).join(' ');
  // Words in another order keep it.
  return row
    .map((one) => one.text)
    .filter(Boolean)
    .join(' ') === inOrder
    ? row
    : [{ text: inOrder, free: true }];
}

function columnWidths(rows: readonly (readonly Column[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((column, i) => {
      widths[i] = Math.max(widths[i] ?? 0, column.free ? 1 : column.text.length);
    });
  return widths;
}

function joinColumns(row: readonly Column[], widths: readonly number[]): string {
  let line = '';
  row.forEach((column, i) => {
    // A column that no line uses takes no room.
    if (widths[i] === 0) return;
    const last = row.slice(i + 1).every((one) => one.text === '');
    const padded = column.right ? column.text.padStart(widths[i]) : last ? column.text : column.text.padEnd(widths[i]);
    line += (line === '' ? '' : '  ') + padded;
  });
  return line.trimEnd();
}

function spansLines(entry: Entry): boolean {
  return noteEnd(entry) > entry.line.span.end;
}

/** Where the words of a note end; lines that were put below it are not its words. */
function noteEnd(entry: Entry): number {
  return entry.tokens.find((token) => token.kind === 'note')?.span.end ?? entry.line.content.end;
}

function lastLineOf(lines: readonly Line[], first: number, end: number): number {
  let last = first;
  while (last + 1 < lines.length && lines[last + 1].span.start < end) last += 1;
  return last;
}

function depthOf(entry: Entry): number {
  let depth = 1;
  for (let up = entry.parent; up; up = up.parent) depth += 1;
  return depth;
}

/** The lines of a note keep their indent against each other. */
function noteLines(text: string, lines: readonly Line[], indent: number): string[] {
  const written = lines.map((line) =>
    slice(text, line.span)
      .replace(/[\r\n]+$/, '')
      .replaceAll('\t', '  ')
      .replace(/\u00a0/g, ' ')
      .trimEnd(),
  );
  const least = written.reduce((most, line) => (line === '' ? most : Math.min(most, line.length - line.trimStart().length)), Infinity);
  return written.map((line) => (line === '' ? '' : ' '.repeat(indent) + line.slice(least)));
}

/** A comment on a line of its own stands as deep as the line below it; one at the margin stays there. */
function commentIndent(line: Line, lines: readonly Line[], at: number, laidOut: ReadonlyMap<number, string>): number {
  if (line.indent === 0) return 0;
  for (let next = at + 1; next < lines.length; next += 1) {
    const written = laidOut.get(lines[next].number);
    if (written !== undefined) return written.length - written.trimStart().length || line.indent;
  }
  return line.indent;
}

/** Comments of neighbouring lines stand below each other. */
function alignComments(output: readonly { text: string; comment?: string }[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < output.length; ) {
    let end = at;
    while (end < output.length && output[end].comment !== undefined) end += 1;
    if (end === at) {
      lines.push(output[at].text);
      at += 1;
      continue;
    }
    const width = output.slice(at, end).reduce((most, line) => Math.max(most, line.text.length), 0);
    for (const line of output.slice(at, end)) lines.push(`${line.text.padEnd(width)}  ${line.comment ?? ''}`);
    at = end;
  }
  return lines;
}
