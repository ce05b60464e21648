// The four delimiters of an interchange: read from its ISA segment, or guessed where there is none.
import type { Problem, Span } from '../tree';

/** The delimiters in force. `repetition` is empty where the version has none (before 00402). */
export interface Separators {
  readonly element: string;
  readonly repetition: string;
  readonly component: string;
  readonly segment: string;
}

/** What Superbill writes and what a bare transaction is taken to use. */
export const USUAL: Separators = { element: '*', repetition: '^', component: ':', segment: '~' };

/** The delimiters declared by an ISA segment, where its data ends, and what is odd about it. */
export interface Header {
  readonly separators: Separators;
  /** Offset of the segment terminator. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

const ISA_LENGTH = 105;
const ISA_ELEMENTS = 16;

/** Does an interchange begin here? `ISA`, a delimiter, and elements of about the right shape. */
export function isInterchangeAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 73 || !text.startsWith('ISA', at) || at + 3 >= text.length) return false;
  const separator = text.charCodeAt(at + 3);
  return (!isWordCode(separator) && separator > 32) || separator === 9 || separator === 29 || separator === 31;
}

/** Is this surely an interchange, even in the middle of other text? All 16 elements are there. */
export function looksLikeInterchange(text: string, at: number): boolean {
  return (
    isInterchangeAt(text, at) &&
    !(at > 0 && isWordCode(text.charCodeAt(at - 1))) &&
    (elementPlaces(text, at, text[at + 3] ?? '*').length === ISA_ELEMENTS || wrappedHeader(text, at) !== undefined)
  );
}

/** Reads the ISA that begins at an offset where `isInterchangeAt` holds. Never fails. */
export function readHeader(text: string, at: number): Header {
  const element = text[at + 3] ?? '*';
  const places = elementPlaces(text, at, element);
  const last = places[ISA_ELEMENTS - 1];
  const wrapped = last === undefined || /[\r\n]/.test(text.slice(last + 1, last + 3)) ? wrappedHeader(text, at) : undefined;
  if (wrapped) return wrapped;
  if (last === undefined) return brokenHeader(text, at, element, places);
  const { component, end: near, odd } = readTail(text, last);
  // Where ISA16 has more than one character the terminator stands further on.
  const isNear = /^.?\s*[A-Z][A-Z0-9]{1,2}[^A-Za-z0-9\s]/s.test(text.slice(near, near + 20));
  const end = isNear ? near : Math.max(near, tailBeforeGroup(text, at, element)?.end ?? 0);
  if ((odd || end !== near) && text.slice(at, end).split(element).length - 1 !== ISA_ELEMENTS)
    return brokenHeader(text, at, element, places);
  const repetitionStart = (places[10] ?? 0) + 1;
  const declared = text.slice(repetitionStart, places[11]);
  const repetition = declared.length === 1 && !isWordCode(declared.charCodeAt(0)) && declared !== ' ' ? declared : '';
  const separators = { element, repetition, component, segment: text[end] ?? '~' };
  const problems: Problem[] = [];
  const span: Span = { start: at, end };
  if (odd) problems.push({ span, kind: 'invalid-delimiters', message: 'ISA16 must be the component separator, one character' });
  else if (end - at !== ISA_LENGTH) {
    problems.push({
      span,
      kind: 'invalid-interchange-header',
      message: `ISA must be ${ISA_LENGTH} characters before its terminator, here it is ${end - at}: its elements have fixed widths`,
    });
  }
  const distinct = new Set([element, component, separators.segment, repetition]);
  if (distinct.size < 4) problems.push({ span, kind: 'invalid-delimiters', message: 'Each delimiter must be a different character' });
  return { separators, end, problems };
}

/** The delimiters of a text without ISA, judged by its beginning. */
export function guessSeparators(text: string, at: number): Separators {
  const start = text.slice(at, at + 4000);
  const element = /^[A-Z][A-Z0-9]{1,2}([^A-Za-z0-9\s])/.exec(start)?.[1] ?? '*';
  const segment = ['~', '\n', '\r', "'"].find((mark) => mark !== element && text.includes(mark)) ?? '~';
  const component = start.includes(':') || !start.includes('>') ? ':' : '>';
  return { element, repetition: '^', component, segment };
}

/** Letters and digits never delimit. */
export function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Offsets of the first 16 element separators, fewer where the segment ends early. */
function elementPlaces(text: string, at: number, element: string): number[] {
  const fixed = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103].map((offset) => at + offset);
  if (fixed.every((place) => text[place] === element)) return fixed;
  const places: number[] = [];
  const limit = Math.min(text.length, at + 400);
  for (let i = at + 3; i < limit && places.length < ISA_ELEMENTS; i++) {
    const mark = text[i];
    if (mark === element) places.push(i);
    else if (mark === '\n' || mark === '\r' || (mark === '~' && !(places.length === 11 && text[i - 1] === element))) break;
  }
  return places;
}

/** ISA16 and the terminator, which follow the last element separator. */
function readTail(text: string, last: number): { component: string; end: number; odd: boolean } {
  const first = text[last + 1];
  const second = text[last + 2];
  // The next segment follows where the terminator should stand: the header itself is whole.
  if (first !== undefined && !/[A-Z0-9\s]/i.test(first) && text.startsWith('GS', last + 2) && text.slice(last + 4, last + 5) === text[last])
    return { component: first, end: last + 2, odd: false };
  const missing =
    first === undefined ||
    second === undefined ||
    isWordCode(second.charCodeAt(0)) ||
    first === '\n' ||
    first === '\r' ||
    (first === '~' && text[last + 3] !== 'G' && endsLine(text, last + 2, '~'));
  if (!missing) {
    // Blanks before a line end that is the terminator are none of it.
    const blanks = second === ' ' || second === '\t' ? (/^[ \t]+(?=[\r\n])/.exec(text.slice(last + 2, last + 200))?.[0].length ?? 0) : 0;
    return { component: first, end: last + 2 + blanks, odd: isWordCode(first.charCodeAt(0)) };
  }
  if (first === undefined || isWordCode(first.charCodeAt(0))) {
    const end = nextEnd(text, last + 1);
    return { component: ':', end, odd: true };
  }
  return { component: ':', end: last + 1, odd: true };
}

/** Is the character the last of the line after the one that ends at the offset? */
function endsLine(text: string, at: number, mark: string): boolean {
  const next = /[^\r\n]/.exec(text.slice(at, at + 4));
  if (!next) return true;
  const end = text.indexOf('\n', at + next.index);
  const line = text.slice(at + next.index, end < 0 ? at + 400 : end).trimEnd();
  return line.endsWith(mark);
}

function nextEnd(text: string, from: number): number {
  const found = /[~\r\n]/.exec(text.slice(from, from + 400));
  return found ? from + found.index : text.length;
}

/** An ISA with line breaks inside that is whole without them: such a file was wrapped. */
function wrappedHeader(text: string, at: number): Header | undefined {
  const stretch = text.slice(at, at + 2 * ISA_LENGTH);
  const joined = stretch.replace(/[\r\n]/g, '');
  if (joined.length === stretch.length || joined.length <= ISA_LENGTH) return undefined;
  if (elementPlaces(joined, 0, joined[3] ?? '*')[ISA_ELEMENTS - 1] !== ISA_LENGTH - 2) return undefined;
  const { separators, end, problems } = readHeader(joined, 0);
  // Blanks behind the break are the indent of the next line: the break itself ends the segment.
  if (end !== ISA_LENGTH || problems.length > 0 || /[\sA-Za-z0-9]/.test(separators.segment)) return undefined;
  // Where the terminator stands in the text as it is.
  let raw = 0;
  for (let left = end; left > 0 || isLineBreak(stretch[raw]); raw++) if (!isLineBreak(stretch[raw])) left--;
  return { separators, end: at + raw, problems: [] };
}

const isLineBreak = (mark: string | undefined): boolean => mark === '\n' || mark === '\r';

/** An ISA with too few elements or too many: it ends before GS, else with its line or the first ~. */
function brokenHeader(text: string, at: number, element: string, places: readonly number[]): Header {
  const tail = tailBeforeGroup(text, at, element);
  const from = (places.at(-1) ?? at + 3) + 1;
  const end = tail?.end ?? nextEnd(text, from);
  const segment = end < text.length ? (text[end] ?? '~') : '~';
  const found = text.slice(at, end).split(element).length - 1;
  return {
    separators: { element, repetition: element === '^' ? '' : '^', component: tail?.component ?? (element === ':' ? '>' : ':'), segment },
    end,
    problems: [
      {
        span: { start: at, end },
        kind: 'invalid-interchange-header',
        message: `ISA needs ${ISA_ELEMENTS} elements, ${found} found: its delimiters are guessed`,
      },
    ],
  };
}

/** The last two signs before the GS that follows: component separator and terminator. */
function tailBeforeGroup(text: string, at: number, element: string): { component: string; end: number } | undefined {
  const stretch = text.slice(at, at + 2 * ISA_LENGTH);
  const group = stretch.indexOf(`GS${element}`, 3);
  if (group < 0) return undefined;
  const found = /([^A-Za-z0-9\s])([^A-Za-z0-9\s]|\r?\n)\s*$/.exec(stretch.slice(0, group));
  return found && found[1] !== element ? { component: found[1], end: at + found.index + 1 } : undefined;
}
