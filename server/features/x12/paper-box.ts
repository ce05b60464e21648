// The box of the paper form (CMS-1500, UB-04, ADA) in which stands what an element of an electronic claim says.
import type { Finding } from '../../rules/rule';
import { type Description } from '../../syntax/x12/describe';
import { transactionAt } from '../../syntax/x12/enclosing';
import { guideOf } from '../../syntax/x12/guides';
import type { X12Document } from '../../syntax/x12/read';
import table from './paper-boxes.txt';

interface Row {
  readonly loops: readonly string[];
  readonly segments: readonly string[];
  readonly qualifiers: readonly string[];
  readonly elements: readonly string[];
  readonly box: string;
  /** The box where the subscriber is the patient. */
  readonly own: string;
}

interface Form {
  readonly name: string;
  readonly rows: Row[];
}

let forms: ReadonlyMap<string, Form> | undefined;

/** An element by its loop (`2010AA`), the number of its segment, and its reference (`N403`, `SV101-2`). */
interface ElementPlace {
  readonly loop: string;
  readonly segment: number;
  readonly reference: string;
}

/** `CMS-1500 box 24E`; undefined for what has no box, and for segments as a whole. */
export function paperBox(document: X12Document, { guide, loop, segment, element }: Description): string | undefined {
  if (!guide || !loop || !element) return undefined;
  const found = boxOf(document, guide.id, { loop: loop.id, segment: segment.number, reference: element.reference });
  return found && `${found.form.name} ${found.box}`;
}

/** A loop, known only where there is a guide, and an element in it: `2400 SV101-02`. */
const ELEMENT = /^(\w{4,6}) ([A-Z][A-Z\d]{1,2}\d\d(?:-\d+)?)$/;

/** The box (`24E`) of a finding: what its rule says, or what the form has for its element. `base`: where the document begins in its file. */
export function boxOfFinding(document: X12Document, { paper, transaction, span }: Finding, base = 0): string | undefined {
  const [, loop, reference] = ELEMENT.exec(transaction ?? '') ?? [];
  if (paper || document.joined || !loop) return paper;
  const segment = document.segments.at(span.start - base);
  const within = transactionAt(document, segment),
    guide = within && guideOf(document, within);
  return guide && boxOf(document, guide.id, { loop, segment, reference })?.box;
}

function boxOf(
  { segments }: X12Document,
  guide: string,
  { loop, segment, reference }: ElementPlace,
): { form: Form; box: string } | undefined {
  const form = (forms ??= readTable()).get(guide);
  const [, number, part = ''] = /(\d\d)(?:-(\d+))?$/.exec(reference) ?? [];
  if (!form || !number) return undefined;
  const n = Number(number),
    id = segments.id(segment);
  const places = [`${n}`, `${n}-${Number(part)}`];
  const qualifier = id === 'HI' ? segments.component(segment, n, 1).text : segments.text(segment, 1);
  const row = form.rows.find(
    ({ loops, segments: ids, qualifiers, elements }) =>
      loops.includes(loop) &&
      ids.includes(id) &&
      (qualifiers.length === 0 || qualifiers.includes(qualifier)) &&
      elements.some((one) => one === '*' || places.includes(one)),
  );
  const box = row && (row.own !== row.box && isPatient(segments, segment) ? row.own : row.box);
  return box && box !== '-' ? { form, box } : undefined;
}

/** Is the subscriber of a segment of loop 2010BA the patient? The level's SBR says so. */
function isPatient(segments: X12Document['segments'], number: number): boolean {
  let at = number;
  while (at > 0 && !['SBR', 'HL', 'ST'].includes(segments.id(at))) at -= 1;
  return segments.text(at, 2) === '18' && segments.id(at) === 'SBR';
}

function readTable(): ReadonlyMap<string, Form> {
  const found = new Map<string, Form>();
  let rows: Row[] = [];
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const words = line.split(' ');
    if (words[0] === 'form') {
      rows = [];
      found.set(words[1], { name: words.slice(2).join(' '), rows });
      continue;
    }
    const [loops, named, elements, boxes] = words;
    const [ids, qualifiers = ''] = named.split('=');
    const [box, own = box] = boxes.split('/');
    rows.push({ loops: loops.split(','), segments: ids.split(','), qualifiers: list(qualifiers), elements: list(elements), box, own });
  }
  return found;
}

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split(',');
}
