// Reads what payers check claims against: code pairs and units (NCCI), relative values, diagnoses exempt from present-on-admission.
import { type Imported, type Importer, Refusal, eachLine, firstLines, isoDate, readRecords } from '../import';
import { fiscalYear } from '../order-file';
import type { Pair } from '../pairs';
import { type Row, printedCode, tidy } from '../rows';

const SERVICE = /^[0-9A-Z]\d{3}[0-9A-Z]$/;
const NCCI = { publisher: 'CMS', licence: 'CPT codes are copyright of the AMA; brought by the user' } as const;

/** `ccipra-v323r0-f1.txt`: the first three quarters of a year after 1994 and the part of the list are in the name. */
export const ncciPairs: Importer = {
  recognises: (text) => firstLines(text, 12).some(isPair),
  read(text, names, edition) {
    const pairs: Pair[] = [];
    let preamble = '';
    eachLine(text, (line, number) => {
      if (!isPair(line)) {
        if (pairs.length > 0) throw new Refusal('is not a code pair: two codes, dates, modifier indicator, rationale', number);
        preamble += `${line}\n`;
        return;
      }
      const [column1, column2, , effective, deleted, modifier, rationale] = line.split('\t').map((cell) => cell.trim());
      const from = isoDate(effective);
      const to = deleted === '*' || deleted === '' ? undefined : isoDate(deleted);
      if (!from || (deleted !== '*' && deleted !== '' && !to)) throw new Refusal(`${column1} ${column2} has no date as 20261001`, number);
      if (!/^[019]$/.test(modifier))
        throw new Refusal(`${column1} ${column2} has the modifier indicator ${modifier.slice(0, 5) || 'none'}`, number);
      pairs.push({ column1, column2, from, modifier, rationale: tidy(rationale ?? ''), ...(to ? { to } : {}) });
    });
    if (!text.endsWith('\n') && (pairs.at(-1)?.rationale ?? '') === '')
      throw new Refusal('the last line has no rationale: the file is cut off');
    const name = names.join(' ');
    // The rows of both lists look alike: words above them, else the name of the file, say for whom they are.
    const isForHospitals = /hospital/i.test(preamble) || /ccioph|hospital/i.test(names[0] ?? '');
    const version = /v(\d\d)(\d)r(\d)(?:-(f\d))?/i.exec(name);
    const from = version
      ? `${1994 + Number(version[1])}-${String(Number(version[2]) * 3 + 1).padStart(2, '0')}-01`
      : pairs.reduce((latest, pair) => (pair.from > latest ? pair.from : latest), '');
    return [
      {
        ...NCCI,
        set: 'hcpcs',
        layer: isForHospitals ? 'hospital-pairs' : 'pairs',
        rows: [],
        pairs,
        title: `NCCI code pairs, ${isForHospitals ? 'outpatient hospitals' : 'practitioners'}`,
        edition: edition ?? (version ? version[0].toLowerCase() : from.slice(0, 7)),
        effective: { from },
      },
    ];
  },
};

function isPair(line: string): boolean {
  const cells = line.split('\t');
  return cells.length >= 6 && SERVICE.test(cells[0].trim()) && SERVICE.test(cells[1].trim());
}

const MUE_HEADING = /([^",\t\n]*)MUE Values?/i;
/** CMS has a table each for clinicians, hospitals and suppliers of equipment; the heading of the units says whose it is. */
const MUE_TABLES = [
  { says: /hospital|facility/i, layer: 'hospital-units', whose: 'outpatient hospitals' },
  { says: /DME|supplier/i, layer: 'supplier-units', whose: 'equipment suppliers' },
  { says: /practitioner/i, layer: 'units', whose: 'practitioners' },
] as const;

/** `MCR_MUE_PractitionerServices_Eff_10-01-2026.csv`: the most units of a service on a line or a day. */
export const mueTable: Importer = {
  recognises: (text) => MUE_HEADING.test(text.slice(0, 4000)) && /Adjudication Indicator/i.test(text.slice(0, 4000)),
  read(text, names, edition) {
    const heading = MUE_HEADING.exec(text.slice(0, 4000))?.[1] ?? '';
    const table = MUE_TABLES.find(({ says }) => says.test(heading));
    if (!table)
      throw new Refusal('its heading does not say whose limits these are: practitioners, outpatient hospitals or equipment suppliers');
    const rows: Row[] = [];
    for (const { fields, line } of readRecords(text)) {
      const [code, units, indicator, rationale] = fields.map(tidy);
      if (!SERVICE.test(code)) {
        if (rows.length > 0) throw new Refusal(`${code.slice(0, 20) || 'an empty cell'} is not a service code`, line);
        continue; // the publisher's preamble and headings
      }
      if (!/^\d{1,5}$/.test(units ?? '') || !/^[123]/.test(indicator ?? ''))
        throw new Refusal(`${code} has no units, or no adjudication indicator`, line);
      rows.push({ code, title: '', billable: true, more: { units, indicator: indicator[0], rationale: rationale ?? '' } });
    }
    if (rows.length === 0) throw new Refusal('has no rows');
    const named = /(\d\d)-(\d\d)-(20\d\d)/.exec(names.join(' '));
    const from = named ? `${named[3]}-${named[1]}-${named[2]}` : edition && isoDate(edition.replace(/\D/g, '').padEnd(8, '01'));
    if (!from) throw new Refusal('its first day stands in none of the file names: say it, for example 2026-10');
    return [
      {
        ...NCCI,
        set: 'hcpcs',
        layer: table.layer,
        title: `Medically unlikely edits, ${table.whose}`,
        edition: from.slice(0, 7),
        effective: { from },
        rows,
      },
    ];
  },
};

const MONTHS = ['january', 'april', 'july', 'october'];
/** Columns of the relative value file by place; its headings stand in several lines. */
const RVU = {
  status: 3,
  work: 5,
  office: 6,
  facility: 8,
  malpractice: 10,
  professional: 13,
  global: 14,
  before: 15,
  during: 16,
  after: 17,
  multiple: 18,
  bilateral: 19,
  assistant: 20,
  cosurgeon: 21,
  team: 22,
  conversion: 24,
} as const;

/** `PPRRVU2026_Oct.csv`: relative values and payment indicators. Descriptions are the AMA's and stay out. */
export const relativeValues: Importer = {
  recognises: (text) => /Physician Fee Schedule Relative Value File/i.test(text.slice(0, 2000)),
  read(text, names, edition) {
    const rows: Row[] = [];
    for (const { fields, line } of readRecords(text)) {
      const [code, modifier] = [tidy(fields[0] ?? ''), tidy(fields[1] ?? '')];
      if (!SERVICE.test(code)) {
        if (rows.length > 0) throw new Refusal(`${code.slice(0, 20) || 'an empty cell'} is not a service code`, line);
        continue;
      }
      if (fields.length < 25) throw new Refusal(`${code} is cut off`, line);
      const more: Record<string, string> = {};
      for (const [name, column] of Object.entries(RVU)) if (tidy(fields[column]) !== '') more[name] = tidy(fields[column]);
      rows.push({ code: code + modifier, title: '', billable: true, more });
    }
    if (rows.length === 0) throw new Refusal('has no rows');
    const head = /(20\d\d)[^\n]*?(January|April|July|October)?\s*Release/i.exec(text.slice(0, 2000));
    const year = head?.[1] ?? /(20\d\d)/.exec(edition ?? names.join(' '))?.[1];
    if (!year) throw new Refusal('the year stands neither in its first line nor in a file name: say it, for example 2026');
    const month = String(Math.max(0, MONTHS.indexOf((head?.[2] ?? '').toLowerCase())) * 3 + 1).padStart(2, '0');
    return [
      {
        ...NCCI,
        set: 'hcpcs',
        layer: 'relative-values',
        title: 'Relative values',
        edition: `${year}-${month}`,
        effective: { from: `${year}-${month}-01`, to: `${year}-12-31` },
        rows,
      },
    ];
  },
};

const POA = /^\uFEFF?(Order\d\d\t)?(Action\t)?POAexemptCode\tDescription/;
/** The whole list has tens of thousands of codes; what was added since last year, a few hundred. */
const FEWEST_POA = 10_000;

/** `POAexemptCodesFY26.txt`: diagnoses for which a hospital does not say whether they were present on admission. */
export const poaExempt: Importer = {
  recognises: (text) => POA.test(text),
  read(text, names, edition): Imported[] {
    const header = POA.exec(text);
    // Lists of changes come beside the whole list, which has them all.
    if (!header?.[1] || header[2] || /Add/i.test(names[0] ?? '')) return [];
    const rows: Row[] = [];
    eachLine(text, (line, number) => {
      if (number === 1) return;
      const [, code, description] = line.split('\t');
      if (!/^[A-Z][0-9A-Z]{2}(\.[0-9A-Z]{1,4})?$/.test(code ?? '') || !description)
        throw new Refusal('is not laid out as order number, code and description', number);
      rows.push({ code: printedCode('icd-10-cm', code.replace('.', '')), title: '', billable: true, more: { exempt: 'yes' } });
    });
    if (rows.length < FEWEST_POA) throw new Refusal(`has ${rows.length} codes: the list is cut off`);
    const short = /FY(\d\d)(?!\d)/i.exec(names.join(' '))?.[1];
    return [
      {
        set: 'icd-10-cm',
        layer: 'poa-exempt',
        title: 'Diagnoses exempt from present on admission',
        publisher: 'CMS',
        licence: 'Public domain',
        ...fiscalYear(short ? [`20${short}`] : names, edition),
        rows,
      },
    ];
  },
};
