// Visits that are pasted or written without their first line, `encounter` and its number.
import type { Problem } from '../tree';
import { BLOCKS, DATE, ENCOUNTER, ENCOUNTER_PATIENT, NOTE } from './grammar';
import { wordAt } from './lines';
import type { Line, Spec } from './nodes';
import { keywordMeant } from './other-words';
import { beginsBlock } from './place';

/** Keywords that nothing but an encounter has. */
const OF_VISIT = ENCOUNTER.children
  .map(({ keyword }) => keyword)
  .filter((keyword) => !BLOCKS.some((block) => block.keyword === keyword || (block !== ENCOUNTER && says(block, keyword))));

function says({ children }: Spec, keyword: string): boolean {
  return children.some((one) => one.keyword === keyword || says(one, keyword));
}

/** So far ahead is looked for a line that speaks of a visit. */
const LOOK_AHEAD = 100;

/** The problem of lines that speak of a visit and do not begin with a block. */
export function headlessVisit(text: string, lines: readonly Line[]): Problem | undefined {
  const at = lines.findIndex(isWritten);
  if (at < 0 || beginsBlock(text, lines, at) || !speaksOfVisit(text, lines, at)) return undefined;
  const message = 'A visit begins with “encounter” and its number, on a line above';
  return { span: lines[at].content, kind: 'unknown-keyword', message, lacks: ENCOUNTER.keyword };
}

/** Is there a line, before the next block, that only a visit has? */
function speaksOfVisit(text: string, lines: readonly Line[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + LOOK_AHEAD); at += 1) {
    if (!isWritten(lines[at])) continue;
    if (at > from && beginsBlock(text, lines, at)) return false;
    if (keywordOf(text, lines[at], OF_VISIT)) return true;
  }
  return false;
}

const isWritten = ({ content }: Line): boolean => content.start < content.end;

function keywordOf(text: string, { content }: Line, among: readonly string[]): string | undefined {
  const word = wordAt(text, content);
  if (among.includes(word)) return word;
  // The name of a block is no other word for a line of a visit: a provider of whom nothing is said yet.
  if (BLOCKS.some((block) => block.keyword === word)) return undefined;
  return keywordMeant(text.slice(content.start, content.end), among)?.keyword;
}

/** What an encounter says once, and a visit says first. */
const ONCE = [ENCOUNTER_PATIENT.keyword, DATE.keyword];

/** Passes the lines of one block, and knows where below it a visit begins that has no first line. */
export class VisitsBelow {
  private readonly said = new Set<string>();
  private noteIndent = Infinity;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  /** A line of the block. */
  pass(at: number): void {
    const line = this.lines[at];
    if (!isWritten(line) || line.indent > this.noteIndent) return;
    const keyword = keywordOf(this.text, line, [...ONCE, NOTE.keyword]);
    this.noteIndent = keyword === NOTE.keyword ? line.indent : Infinity;
    if (keyword) this.said.add(keyword);
  }

  /** At the margin, behind a blank line, another patient or another day: it is not the visit above that is meant. */
  beginAt(at: number): boolean {
    const { text, lines } = this,
      line = lines[at];
    if (line.indent > 0 || !isWritten(line) || at === 0 || isWritten(lines[at - 1]) || lines[at - 1].comment) return false;
    const keyword = keywordOf(text, line, ONCE);
    return keyword !== undefined && this.said.has(keyword) && speaksOfVisit(text, lines, at);
  }
}
