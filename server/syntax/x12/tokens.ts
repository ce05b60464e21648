// What each stretch of an X12 text is, for colours: segment names, qualifiers, codes, amounts, dates, names, numbers.
import type { Span } from '../tree';
import type { BaseElement } from './guide';
import { baseShapes } from './guides';
import type { X12Document } from './read';

export type TokenKind =
  | 'segment'
  | 'envelope'
  | 'qualifier'
  | 'code'
  | 'amount'
  | 'number'
  | 'date'
  | 'name'
  | 'reference'
  | 'text'
  | 'unknown';

export interface X12Token {
  readonly span: Span;
  readonly kind: TokenKind;
}

/** The tokens of a document, or of the segments that touch a range of it, in order. */
export function tokens(document: X12Document, range?: Span): X12Token[] {
  const { segments } = document;
  const base = baseShapes();
  const found: X12Token[] = [];
  const places: number[] = [];
  const from = range ? Math.max(0, segments.at(range.start)) : 0;
  const add = (span: Span, kind: TokenKind): void => {
    if (span.start < span.end) found.push({ span, kind });
  };
  for (let i = from; i < segments.count; i++) {
    if (range && (segments.starts[i] ?? 0) > range.end) break;
    const size = segments.split(i, places);
    const id = document.text.slice(places[0], (places[1] ?? 1) - 1);
    const shape = base.segments.get(id);
    add({ start: places[0] ?? 0, end: (places[1] ?? 1) - 1 }, ENVELOPE.has(id) ? 'envelope' : shape ? 'segment' : 'unknown');
    for (let n = 1; n <= size; n++) {
      const start = places[n] ?? 0;
      if (range && size > 1000 && start > range.end) break;
      const part = shape?.parts[n - 1];
      const composite = part && base.composites.get(part.data);
      if (!part || !composite) {
        add({ start, end: (places[n + 1] ?? 1) - 1 }, part ? kindOf(part.data, base.elements.get(part.data)) : 'unknown');
        continue;
      }
      for (const components of segments.pieces(i, places, n)) {
        components.forEach((piece, index) => {
          const inner = composite.parts[index];
          add(piece.span, inner ? kindOf(inner.data, base.elements.get(inner.data)) : 'unknown');
        });
      }
    }
  }
  return found;
}

const ENVELOPE = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'TA1']);
const CODES = new Set(['234', '1271', '1339', '1331', '1034', '1325', '1029', '1033', '1328', '426', '621', '620', 'I18']);
const NAMES = new Set(['93', '1035', '1036', '1037', '1038', '1039', '166', '19', '156', '116']);
const REFERENCES = new Set([
  '127',
  '67',
  '1028',
  '28',
  '329',
  'I12',
  '509',
  '510',
  '508',
  '507',
  '142',
  '124',
  'I06',
  'I07',
  '628',
  '734',
  '364',
  '480',
  '1705',
]);

function kindOf(data: string, element: BaseElement | undefined): TokenKind {
  if (!element) return 'unknown';
  if (CODES.has(data)) return 'code';
  if (NAMES.has(data)) return 'name';
  if (REFERENCES.has(data)) return 'reference';
  if (data === '782') return 'amount';
  if (data === '1251' || element.type === 'DT' || element.type === 'TM') return 'date';
  if (element.type === 'R' || element.type === 'N0') return 'number';
  return element.type === 'ID' ? 'qualifier' : 'text';
}
