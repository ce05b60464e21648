// Reads the NCCI add-on code edits: which services are only paid beside another one, and beside which.
import { type Dated, writeDated } from '../dated';
import { type Importer, Refusal, eachLine, firstLines } from '../import';
import { type Row, tidy } from '../rows';

const SERVICE = /^[0-9A-Z]\d{3}[0-9A-Z]$/;
/** Stands in the place of a primary code where the contractor says which they are. */
const BY_CONTRACTOR = 'CCCCC';
const CODE = '[0-9A-Z]\\d{3}[0-9A-Z]';
const DAY = '(?:19|20)\\d\\d[0-3]\\d\\d';
/** An absent date is blank; where it is, at least its seven columns are. */
const MAYBE = `(?:\\s{7,}|\\s*(${DAY})\\s*|\\s*)`;
/** Type, add-on code, its last day, primary code, its last day, first and last day of the edit, instructions. */
const FIXED = new RegExp(`^\\s*([123])\\s*(${CODE})${MAYBE}(${CODE}|${BY_CONTRACTOR})${MAYBE}(${DAY})(?:\\s*(${DAY}))?\\s*(\\D.*)?$`);

interface Edit {
  readonly type: string;
  readonly addOn: string;
  readonly addOnEnd: string;
  readonly primary: string;
  readonly primaryEnd: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/** `AOC_V2026Q1-MCR.txt` (fixed columns) or its spreadsheet. */
export const addOnEdits: Importer = {
  recognises: (text) => {
    const lines = firstLines(text, 12);
    const whole = lines.filter((line) => FIXED.test(line));
    return lines.some(isHeading) || (whole.length > 0 && whole.length >= Math.min(3, lines.length - 4));
  },
  read(text, names, edition) {
    const found = new Map<string, { type: Dated[]; primaries: Dated[]; note: Dated[] }>();
    let earliest = '';
    let columns: readonly string[] | undefined;
    eachLine(text, (line, number) => {
      if (isHeading(line)) {
        columns = line.split('\t').map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
        return;
      }
      const edit = columns ? fromCells(line.split('\t').map(tidy), columns) : fromColumns(line);
      const isEdit =
        edit && SERVICE.test(edit.addOn) && (SERVICE.test(edit.primary) || edit.primary === BY_CONTRACTOR) && /^[123]$/.test(edit.type);
      if (!isEdit) {
        if (found.size === 0) return; // the publisher's preamble
        throw new Refusal('is not an add-on edit: type, add-on code, primary code, dates', number);
      }
      const from = isoDay(edit.from);
      const ends = [edit.to, edit.addOnEnd, edit.primaryEnd].filter(Boolean).map(isoDay);
      if (!from || ends.includes(undefined))
        throw new Refusal(`${edit.addOn} ${edit.primary} has no date as 2026001 (year and day of the year)`, number);
      const to = (ends as string[]).sort()[0];
      const days = to ? { from, to } : { from };
      const of = found.get(edit.addOn) ?? { type: [], primaries: [], note: [] };
      found.set(edit.addOn, of);
      of.type.push({ value: edit.type, ...days });
      if (edit.primary !== BY_CONTRACTOR) of.primaries.push({ value: edit.primary, ...days });
      if (edit.note) of.note.push({ value: edit.note, ...days });
      if (earliest === '' || from < earliest) earliest = from;
    });
    if (found.size === 0) throw new Refusal('has no rows');
    const rows = [...found].map(
      ([code, { type, primaries, note }]): Row => ({
        code,
        title: '',
        billable: true,
        more: {
          type: writeDated(type),
          ...(primaries.length > 0 ? { primaries: writeDated(primaries) } : {}),
          ...(note.length > 0 ? { note: writeDated(note) } : {}),
        },
      }),
    );
    const quarter = /(20\d\d)Q([1-4])/i.exec(names.join(' '));
    return [
      {
        set: 'hcpcs',
        layer: 'add-ons',
        title: 'NCCI add-on code edits',
        publisher: 'CMS',
        licence: 'CPT codes are copyright of the AMA; brought by the user',
        edition: edition ?? (quarter ? `${quarter[1]}-Q${quarter[2]}` : earliest.slice(0, 7)),
        effective: { from: earliest },
        rows,
      },
    ];
  },
};

function isHeading(line: string): boolean {
  return /^[^\t]*type\t/i.test(line) && /\tadd-?_?\s?on_?\s?code/i.test(line) && /primary_?\s?code/i.test(line);
}

function fromCells(cells: readonly string[], columns: readonly string[]): Edit {
  const at = (name: RegExp): string => cells[columns.findIndex((column) => name.test(column))] ?? '';
  return {
    type: at(/type$/),
    addOn: at(/^addoncode$/),
    addOnEnd: at(/^(aoc|addoncode)del/),
    primary: at(/^primarycode$/),
    primaryEnd: at(/^primarycodedel/),
    from: at(/editeff/),
    to: at(/editdel/),
    note: at(/instruction|note/),
  };
}

function fromColumns(line: string): Edit | undefined {
  const parts = FIXED.exec(line);
  if (!parts) return undefined;
  const [, type, addOn, addOnEnd = '', primary, primaryEnd = '', from, to = '', note = ''] = parts;
  return { type, addOn, addOnEnd, primary, primaryEnd, from, to, note: tidy(note) };
}

/** `2026032` (year and day of the year) as `2026-02-01`; undefined for anything else. */
function isoDay(text: string): string | undefined {
  const parts = /^((?:19|20)\d\d)(\d{3})$/.exec(text);
  const day = Number(parts?.[2] ?? 0);
  if (!parts || day < 1 || day > 366) return undefined;
  return new Date(Date.UTC(Number(parts[1]), 0, day)).toISOString().slice(0, 10);
}
