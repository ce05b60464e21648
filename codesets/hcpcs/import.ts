// Reads the HCPCS Level II file, as text or spreadsheet: codes and modifiers, each with continuation records.
import { type Imported, type Importer, Refusal, eachLine, firstLines, isoDate } from '../import';
import { type Row, readRows, tidy } from '../rows';
import modifierText from '../modifiers/codes.tsv';

/** Columns (from 0): code 0-4 (modifier 3-4), sequence 5-9, kind of record 10, long title 11-90, dates from 268. */
const RECORD = /^([A-Z]\d{4}| {3}[A-Z0-9]{2})(\d{5})([3478])/;
const LONG_TITLE = [11, 91] as const;
const SHORT_TITLE = [91, 119] as const;
const ADDED = [268, 276] as const;
const EFFECTIVE = [276, 284] as const;
const TERMINATED = [284, 292] as const;
/** A record reaches at least to its dates. */
const SHORTEST = 284;
/** The last group of codes; a file that ends before it is cut off. */
const LAST_GROUP = 'V';

interface CodeRecord {
  readonly code: string;
  readonly modifier: boolean;
  title: string;
  readonly short: string;
  readonly from?: string;
  readonly to?: string;
}

/** The alpha-numeric file, contractor or public: gives the codes and the modifiers. */
export const hcpcsText: Importer = {
  recognises: (text) => firstLines(text, 60).some((line) => RECORD.test(line) && line.length >= SHORTEST),
  read: (text, names, edition) => toImported(readRecords(text), names, edition),
};

/** The same list as a spreadsheet or a plain table, a tab between its cells, whatever the order of the columns. */
export const hcpcsSheet: Importer = {
  recognises: (text) => firstLines(text, 60).some((line) => columnsOf(line) !== undefined),
  read: (text, names, edition) => toImported(readSheet(text), names, edition),
};

function toImported(records: readonly CodeRecord[], names: readonly string[], edition: string | undefined): Imported[] {
  const codes = records.filter((record) => !record.modifier);
  if (!codes.some((record) => record.code.startsWith(LAST_GROUP))) {
    throw new Refusal(`the list ends with ${codes.at(-1)?.code ?? 'modifiers'}: the file is cut off`);
  }
  const newest = records.reduce((latest, { from }) => (from && from > latest ? from : latest), '');
  const from = (edition && isoDate(edition.replace(/\D/g, '').padEnd(8, '01'))) || newest || quarterIn(names);
  if (!from) throw new Refusal('its first day stands neither in its rows nor in a file name: say it, for example 2026-10');
  const release = {
    publisher: 'CMS',
    licence: 'Public domain; dental codes (D) belong to the ADA and are left out',
    edition: from.slice(0, 7),
    effective: { from },
  };
  const modifiers = records.filter((record) => record.modifier);
  const kept = codes.filter(({ code }) => !code.startsWith('D'));
  const imported: Imported[] = [{ ...release, set: 'hcpcs', title: 'HCPCS Level II codes', rows: kept.map(toRow) }];
  if (modifiers.length > 0) imported.push({ ...release, set: 'modifiers', title: 'Modifiers', rows: withOurs(modifiers.map(toRow)) });
  return imported;
}

/** The quarter in a name: 2025-oct. */
function quarterIn(names: readonly string[]): string | undefined {
  const [, year, month] = /(20\d\d)[-_ ]?(jan|apr|jul|oct)/i.exec(names.join(' ')) ?? [];
  return year && `${year}-${{ jan: '01', apr: '04', jul: '07', oct: '10' }[month.toLowerCase()]}-01`;
}

/** What its column is headed with. */
const HEADINGS = {
  code: ['HCPC', 'HCPCS', 'CODE'],
  kind: ['RECID', 'KIND'],
  long: ['LONG DESCRIPTION', 'LONG'],
  short: ['SHORT DESCRIPTION', 'SHORT'],
  added: ['ADD DT'],
  effective: ['ACT EFF DT'],
  ended: ['TERM DT'],
} as const;
type Columns = Readonly<Record<keyof typeof HEADINGS, number>>;

/** Where each column stands, by the line of headings; undefined for any other line. */
function columnsOf(line: string): Columns | undefined {
  const cells = line.split('\t').map((cell) => tidy(cell).toUpperCase());
  const columns = Object.fromEntries(
    Object.entries(HEADINGS).map(([name, headings]) => [name, cells.findIndex((cell) => headings.some((one) => one === cell))]),
  ) as Record<keyof typeof HEADINGS, number>;
  return columns.code >= 0 && columns.kind >= 0 && columns.long >= 0 ? columns : undefined;
}

/** Kinds of records by number, or in words. */
const KINDS: Readonly<Record<string, string>> = { code: '3', modifier: '7' };

function readSheet(text: string): CodeRecord[] {
  const records: CodeRecord[] = [];
  const seen = new Set<string>();
  let columns: Columns | undefined;
  eachLine(text, (line, number) => {
    const cells = line.split('\t');
    const at = columns;
    if (!at) {
      columns = columnsOf(line); // above them stand the publisher's remarks
      return;
    }
    const cell = (name: keyof Columns): string => tidy(cells[at[name]] ?? '');
    const [code, written, long] = [cell('code').toUpperCase(), cell('kind').toLowerCase(), cell('long')];
    const kind = KINDS[written] ?? written;
    const current = records.at(-1);
    if (kind === '4' || kind === '8') {
      if (current?.code !== code) throw new Refusal(`continues ${code}, which does not stand before it`, number);
      current.title += ` ${long}`;
      return;
    }
    const modifier = kind === '7';
    if (!(modifier ? /^[A-Z0-9]{2}$/ : /^[A-Z]\d{4}$/).test(code) || (kind !== '3' && !modifier)) {
      throw new Refusal(`${code.slice(0, 20) || 'an empty cell'} is not a record of the HCPCS list`, number);
    }
    if (seen.has(`${modifier} ${code}`)) throw new Refusal(`${code} stands there twice`, number);
    if (long === '') throw new Refusal(`${code} has no description: the line is cut off`, number);
    seen.add(`${modifier} ${code}`);
    const from = isoDate(cell('added')) ?? isoDate(cell('effective'));
    const to = isoDate(cell('ended'));
    records.push({ code, modifier, title: long, short: cell('short'), ...(from ? { from } : {}), ...(to ? { to } : {}) });
  });
  return records;
}

function readRecords(text: string): CodeRecord[] {
  const records: CodeRecord[] = [];
  const seen = new Set<string>();
  eachLine(text, (line, number) => {
    const parts = RECORD.exec(line);
    if (!parts) {
      if (records.length === 0) return; // the publisher's disclaimers
      throw new Refusal('is not a record of the HCPCS file', number);
    }
    const code = parts[1].trim();
    const title = line.slice(...LONG_TITLE);
    const current = records.at(-1);
    if (parts[3] === '4' || parts[3] === '8') {
      if (current?.code !== code) throw new Refusal(`continues ${code}, which does not stand before it`, number);
      current.title += ` ${title}`;
      return;
    }
    if (line.length < SHORTEST) throw new Refusal(`${code} is cut off before its dates`, number);
    const modifier = parts[3] === '7';
    if (seen.has(`${modifier} ${code}`)) throw new Refusal(`${code} stands there twice`, number);
    seen.add(`${modifier} ${code}`);
    const from = isoDate(line.slice(...ADDED)) ?? isoDate(line.slice(...EFFECTIVE));
    const to = isoDate(line.slice(...TERMINATED));
    records.push({ code, modifier, title, short: tidy(line.slice(...SHORT_TITLE)), ...(from ? { from } : {}), ...(to ? { to } : {}) });
  });
  return records;
}

function toRow({ code, title, short, from, to }: CodeRecord): Row {
  return { code, title: tidy(title), billable: true, ...(from ? { from } : {}), ...(to ? { to } : {}), more: short ? { short } : {} };
}

/** The file has no CPT modifiers, and no plain words: those come from the list that ships. */
function withOurs(rows: readonly Row[]): Row[] {
  const ours = new Map(readRows(modifierText).map((row) => [row.code, row]));
  const merged = rows.map((row) => ({ ...row, more: { ...ours.get(row.code)?.more, ...row.more } }));
  const theirs = new Set(rows.map((row) => row.code));
  return merged.concat([...ours.values()].filter((row) => !theirs.has(row.code)).map((row) => ({ ...row, more: { ...row.more } })));
}
