// Small words in X12 files behind codes that nobody knows by heart: what a qualifier stands for here, what a code means.
import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import type { Span } from '../../syntax/tree';
import { describe, useOf } from '../../syntax/x12/describe';
import type { Piece } from '../../syntax/x12/read';
import type { X12File } from '../project';
import type { World } from '../world';
import { codeMeaning, setOf } from './codes';

/** A page shows fewer: a file on one line is all on screen to the editor. */
const MOST_SEGMENTS = 300;
const LONGEST = 36;
/** Meanings that stand behind one segment. */
const MOST_WORDS = 4;
/** Nobody needs these explained, or they speak of the file alone. */
const PLAIN = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'HL', 'LX', 'BHT', 'N3', 'N4', 'DMG']);
/** Data elements whose codes stand in the guide and are not obvious: statuses, methods, reasons, verdicts. */
const TELLING = new Set([
  '1029',
  '1032',
  '1033',
  '1325',
  '591',
  '426',
  '620',
  '621',
  '717',
  '715',
  '618',
  'I17',
  'I18',
  '1390',
  '306',
  '522',
  '673',
  '1069',
  '1205',
  '1314',
  '1315',
  '1352',
  '1525',
  '1365',
  '875',
  '1336',
]);

/** The words for the segments that are shown. `named`: each segment has its name behind it, as in the readable view. */
export function inlayHints(document: X12File, span: Span, world: World, named = false): InlayHint[] {
  const { segments } = document.x12;
  const hints: InlayHint[] = [];
  const add = (offset: number, text: string) => {
    hints.push({
      position: document.lines.position(offset),
      label: shortened(text),
      kind: InlayHintKind.Type,
      paddingLeft: true,
      paddingRight: true,
      ...(text.length > LONGEST && { tooltip: text }),
    });
  };
  const first = Math.max(0, segments.at(span.start));
  for (let i = first; i < Math.min(segments.count, first + MOST_SEGMENTS); i += 1) {
    if (segments.starts[i] > span.end) break;
    // Where segments share a line, words between them would hide what is sent: the readable view has them.
    if (!startsLine(document.text, segments.starts[i]) || !endsLine(document, i)) continue;
    const words: string[] = [];
    if (!PLAIN.has(segments.id(i))) hintSegment(document, i, world, named, named ? (_, text) => words.push(text) : add);
    if (named) nameSegment(document, i, words, hints);
  }
  return hints;
}

function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

/** Stands nothing but the segment's end behind it on its line? */
function endsLine({ x12: { segments }, text }: X12File, segment: number): boolean {
  const next = segment + 1;
  return next >= segments.count || startsLine(text, segments.starts[next]);
}

/** All words of a segment together behind its terminator: the data stays in one piece. */
function nameSegment({ x12, lines }: X12File, segment: number, words: readonly string[], hints: InlayHint[]): void {
  const { segments, text } = x12;
  const end = segments.ends[segment];
  const terminator = segments.separators(segment).segment;
  const behind = !/[\r\n]/.test(terminator) && text.startsWith(terminator, end) ? end + terminator.length : end;
  const name = describe(x12, segments.starts[segment])?.segment.name;
  const all = [...new Set([name, ...words.slice(0, MOST_WORDS)].filter(Boolean))];
  if (all.length > 0) hints.push({ position: lines.position(behind), label: all.join(' · '), paddingLeft: true });
}

function hintSegment(
  document: X12File,
  segment: number,
  world: World,
  named: boolean,
  add: (offset: number, text: string) => unknown,
): void {
  const { segments } = document.x12;
  const use = useOf(document.x12, segment);
  if (!use) return;
  const size = Math.min(segments.size(segment), use.elements.length);
  for (let n = 1; n <= size; n += 1) {
    if (use.key?.element === n && use.key.component === 0) {
      const { span, text } = segments.element(segment, n);
      // Before the qualifier is written nobody knows what the segment is for.
      if (!use.key.codes.has(text)) continue;
      const found = describe(document.x12, span.start)?.element;
      // A verdict says more than the name of its segment; the readable view names that anyway.
      const verdict = found && TELLING.has(found.data) ? found.meaning : undefined;
      if (verdict) add(span.end, verdict);
      else if (!named) add(span.end, use.name);
      continue;
    }
    for (const piece of piecesOf(document, segment, n)) {
      const found = piece.text === '' ? undefined : describe(document.x12, piece.span.start)?.element;
      if (!found || found.value !== piece.text) continue;
      const meaning = setOf(found) ? codeMeaning(found, world) : TELLING.has(found.data) ? found.meaning : undefined;
      if (meaning) add(piece.span.end, meaning);
    }
  }
}

/** Every component of every repetition. */
function piecesOf({ x12: { segments } }: X12File, segment: number, n: number): readonly Piece[] {
  return segments.repetitions(segment, n).flatMap((_, index) => segments.components(segment, n, index + 1));
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\s,:;]+$/, '')}…`;
}
