// Reads what the Medicare Code Editor says of diagnoses: attributes with their days, and the ages that the attributes mean.
import { type Dated, writeDated } from '../dated';
import { type Imported, type Importer, Refusal, eachLine, firstLines, isoDate } from '../import';
import { type Row, keyOf } from '../rows';

const MCE = { set: 'icd-10-cm', publisher: 'CMS', licence: 'Public domain' } as const;
const CODE = /^[A-Z][0-9A-Z]{2,6}$/;
const ATTRIBUTE_HEADINGS = /^\uFEFF?code\tstart\tend\tattributes\s*$/i;
const AGE_HEADINGS = /^\uFEFF?type\tmin\tmax\tstart\tend\s*$/i;
/** The classes of ages; a list without one of them is cut off. */
const AGE_CLASSES = ['ADULT', 'MATERNITY', 'NEWBORN', 'PEDIATRIC'];
/** Letters from which the last code of the whole list begins; one that ends before is cut off. */
const LAST_LETTER = 'Z';

/** `mce-v43.1-diagnosis-flags.tsv`: code, first day, last day, attributes. */
export const diagnosisEdits: Importer = {
  recognises: (text) => ATTRIBUTE_HEADINGS.test(firstLines(text, 1)[0] ?? ''),
  read(text, names, edition) {
    const found = new Map<string, Map<string, Dated[]>>();
    let first = '';
    let last = '';
    eachLine(text, (line, number) => {
      if (number === 1 || ATTRIBUTE_HEADINGS.test(line)) return;
      const [code, start, end, attributes] = line.split('\t').map((cell) => cell.trim());
      if (!CODE.test(keyOf(code))) throw new Refusal(`${code.slice(0, 20) || 'an empty cell'} is not a diagnosis code`, number);
      const days = readDays(code, start, end, number);
      const names = (attributes ?? '').split(/[\s,;|]+/).filter(Boolean);
      if (names.length === 0) throw new Refusal(`${code} has no attribute: the line is cut off`, number);
      if (first === '' || days.from < first) first = days.from;
      if (code > last) last = code;
      const of = found.get(keyOf(code)) ?? new Map<string, Dated[]>();
      found.set(keyOf(code), of);
      for (const name of names) of.set(name, [...(of.get(name) ?? []), { value: 'yes', ...days }]);
    });
    if (!last.startsWith(LAST_LETTER)) throw new Refusal(`the list ends with ${last || 'its headings'}: the file is cut off`);
    const rows = [...found].map(
      ([code, attributes]): Row => ({
        code,
        title: '',
        billable: true,
        more: Object.fromEntries([...attributes].map(([name, days]) => [name, writeDated(days)])),
      }),
    );
    return [imported('diagnosis-edits', 'Diagnosis edits (Medicare Code Editor)', names, edition, first, rows)];
  },
};

/** `mce-v43.1-age-ranges.tsv`: class, youngest and oldest age in years, first day, last day. */
export const ageRanges: Importer = {
  recognises: (text) => AGE_HEADINGS.test(firstLines(text, 1)[0] ?? ''),
  read(text, names, edition) {
    const found = new Map<string, { min: Dated[]; max: Dated[] }>();
    let earliest = '';
    eachLine(text, (line, number) => {
      if (AGE_HEADINGS.test(line)) return;
      const [type, min, max, start, end] = line.split('\t').map((cell) => cell.trim());
      if (!/^\d{1,3}$/.test(min ?? '') || !/^\d{1,3}$/.test(max ?? '')) throw new Refusal(`${type.slice(0, 20)} has no ages`, number);
      const days = readDays(type, start, end, number);
      if (earliest === '' || days.from < earliest) earliest = days.from;
      const of = found.get(keyOf(type)) ?? { min: [], max: [] };
      of.min.push({ value: min, ...days });
      of.max.push({ value: max, ...days });
      found.set(keyOf(type), of);
    });
    const missing = AGE_CLASSES.find((name) => !found.has(name));
    if (missing) throw new Refusal(`has no ages for ${missing.toLowerCase()}: the file is cut off`);
    const rows = [...found].map(
      ([code, { min, max }]): Row => ({ code, title: '', billable: true, more: { min: writeDated(min), max: writeDated(max) } }),
    );
    return [imported('age-ranges', 'Age ranges (Medicare Code Editor)', names, edition, earliest, rows)];
  },
};

function readDays(what: string, start: string | undefined, end: string | undefined, number: number): { from: string; to?: string } {
  const from = isoDate(start ?? '');
  const to = end ? isoDate(end) : undefined;
  if (!from || (end && !to)) throw new Refusal(`${what.slice(0, 20)} has no date as 20261001`, number);
  return to ? { from, to } : { from };
}

/** Every value has its own days, so that one list answers for all dates since its first. */
function imported(
  layer: NonNullable<Imported['layer']>,
  title: string,
  names: readonly string[],
  edition: string | undefined,
  from: string,
  rows: Row[],
): Imported {
  const version = /v(\d\d(?:\.\d)?)/i.exec(names.join(' '))?.[0];
  return { ...MCE, layer, title, edition: edition ?? version?.toLowerCase() ?? from.slice(0, 7), effective: { from }, rows };
}
