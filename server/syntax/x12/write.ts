// Segments -> X12 text: joined, cleaned of what X12 cannot carry, with the counts and widths worked out.
import type { X12Document } from './read';
import { USUAL, type Separators } from './separators';

/** An element's data: text, a composite of components, or a repetition of either. Absent is ''. */
export type ElementValue = Component | readonly Component[] | Repeat;
interface Repeat {
  readonly repeat: readonly (Component | readonly Component[])[];
}
type Component = string | number | undefined;

/** A segment to write: its name, then its elements in order. */
export type SegmentValue = readonly [id: string, ...elements: ElementValue[]];

export interface WriteOptions {
  readonly separators?: Separators;
  /** Written after each terminator; nothing by default, as some receivers want it. */
  readonly lineEnd?: string;
  /** Also let lower case and `@ _ # $ % [ ] { } \ | < >` pass, for receivers that agreed to it. */
  readonly extended?: boolean;
}

/**
 * Joins segments to text. Delimiters and characters outside of the basic set never get into data (upper case, accents
 * folded); trailing empty elements and components are dropped. These are worked out, whatever was given: ISA widths,
 * ISA11, ISA16, and counts and control numbers of SE, GE and IEA.
 */
export function writeSegments(segments: readonly SegmentValue[], options: WriteOptions = {}): string {
  const separators = options.separators ?? USUAL;
  const clean = cleaner(separators, options.extended ?? false);
  const end = separators.segment + (options.lineEnd ?? '');
  const counted = counter(clean);
  return segments.map((segment) => joined(counted(segment), separators, clean) + end).join('');
}

/** Makes data safe for X12: what cannot be carried is folded to a likeness or becomes a blank. */
export function cleanData(text: string, separators: Separators = USUAL, extended = false): string {
  return cleaner(separators, extended)(text);
}

/**
 * Writes a document again from its pieces. Without changes the text is the same to the last character. A change
 * gives the new segment as its elements are to stand (name first), or undefined to leave the segment out.
 */
export function writeX12(document: X12Document, changes: ReadonlyMap<number, SegmentValue | undefined> = new Map()): string {
  const { segments, text } = document;
  const out: string[] = [];
  let at = 0;
  for (let i = 0; i < segments.count; i++) {
    const { start, end } = segments.span(i);
    out.push(text.slice(at, start));
    at = end;
    if (!changes.has(i)) {
      out.push(asRead(document, i));
      continue;
    }
    const changed = changes.get(i);
    const separators = segments.separators(i);
    if (changed) out.push(joined(changed, separators, cleaner(separators, true)));
    else at = Math.min(text.length, end + 1);
  }
  out.push(text.slice(at));
  return out.join('');
}

function asRead({ segments }: X12Document, i: number): string {
  const separators = segments.separators(i);
  const places: number[] = [];
  const size = segments.split(i, places);
  const elements: string[] = [];
  for (let n = 0; n <= size; n++) {
    elements.push(
      segments
        .pieces(i, places, n)
        .map((components) => components.map((piece) => piece.text).join(separators.component))
        .join(separators.repetition),
    );
  }
  return elements.join(separators.element);
}

function joined(segment: SegmentValue, separators: Separators, clean: (text: string) => string): string {
  const [id, ...elements] = segment;
  if (id === 'ISA') return ['ISA', ...headerElements(elements, separators, clean)].join(separators.element);
  const composite = (value: Component | readonly Component[]): string =>
    isList(value) ? withoutTail(value.map((each) => clean(String(each ?? '')))).join(separators.component) : clean(String(value ?? ''));
  const element = (value: ElementValue): string =>
    isRepeat(value) ? withoutTail(value.repeat.map(composite)).join(separators.repetition) : composite(value);
  return withoutTail([id, ...elements.map(element)]).join(separators.element);
}

const isList = (value: ElementValue): value is readonly Component[] => Array.isArray(value);
const isRepeat = (value: ElementValue): value is Repeat => typeof value === 'object' && 'repeat' in value;

function withoutTail(parts: string[]): string[] {
  let size = parts.length;
  while (size > 0 && parts[size - 1] === '') size--;
  return parts.slice(0, size);
}

const ISA_WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

function headerElements(elements: readonly ElementValue[], separators: Separators, clean: (text: string) => string): string[] {
  return ISA_WIDTHS.map((width, index) => {
    if (index === 10) return separators.repetition || 'U';
    if (index === 15) return separators.component;
    const value = clean(String(elements[index] ?? ''));
    return index === 12 ? value.padStart(width, '0').slice(-width) : value.padEnd(width).slice(0, width);
  });
}

/** Fills in SE, GE and IEA from what came before them. */
function counter(clean: (text: string) => string): (segment: SegmentValue) => SegmentValue {
  let inTransaction = 0;
  let inGroup = 0;
  let inInterchange = 0;
  const control = { ISA: '', GS: '', ST: '' };
  const text = (value: ElementValue): string => clean(typeof value === 'object' ? '' : String(value ?? ''));
  return (segment) => {
    const [id] = segment;
    inTransaction++;
    if (id === 'ISA') {
      inInterchange = 0;
      control.ISA = text(segment[13]).padStart(9, '0').slice(-9);
    } else if (id === 'GS') {
      inGroup = 0;
      inInterchange++;
      control.GS = text(segment[6]);
    } else if (id === 'ST') {
      inTransaction = 1;
      inGroup++;
      control.ST = text(segment[2]);
    } else if (id === 'SE') return ['SE', inTransaction, control.ST];
    else if (id === 'GE') return ['GE', inGroup, control.GS];
    else if (id === 'IEA') return ['IEA', inInterchange, control.ISA];
    return segment;
  };
}

const FOLDED: Readonly<Record<string, string>> = {
  ß: 'SS',
  Æ: 'AE',
  æ: 'AE',
  Œ: 'OE',
  œ: 'OE',
  Ø: 'O',
  ø: 'O',
  Ł: 'L',
  ł: 'L',
  Đ: 'D',
  đ: 'D',
  Ð: 'D',
  ð: 'D',
  Þ: 'TH',
  þ: 'TH',
  ı: 'I',
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '`': "'",
  '´': "'",
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
};

/** Blanks at both ends and runs of blanks left by what was taken out are closed up. */
function cleaner(separators: Separators, extended: boolean): (text: string) => string {
  const delimiters = new Set(Object.values(separators));
  if (!extended) for (const mark of '*^:~>`') delimiters.add(mark);
  const allowed = extended ? /[A-Za-z0-9 !"&'()*+,\-./:;?=%~@[\]_{}\\|<>#$^`]/ : /[A-Z0-9 !"&'()+,\-./;?=]/;
  return (text) => {
    if (/^[A-Z0-9 .-]*$/.test(text) && !delimiters.has('.') && !delimiters.has('-') && !text.includes('  ') && text === text.trim())
      return text;
    const folded = text
      .replace(/[^\x20-\x7e]|`/gu, (mark) => FOLDED[mark] ?? mark)
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
    const cased = extended ? folded : folded.toUpperCase();
    let out = '';
    for (const mark of cased) out += allowed.test(mark) && !delimiters.has(mark) ? mark : ' ';
    return out.replace(/ {2,}/g, ' ').trim();
  };
}
