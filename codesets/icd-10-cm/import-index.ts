// Reads the alphabetic indexes of ICD-10-CM (XML): diseases, external causes, drugs and chemicals, neoplasms.
import type { Layer } from '../code-set';
import { type Importer, Refusal, firstLines } from '../import';
import { fiscalYear } from '../order-file';
import { type Row, printedCode } from '../rows';
import { walkXml } from '../xml';

const TITLES: Readonly<Record<IndexLayer, string>> = {
  index: 'ICD-10-CM index to diseases',
  'external-causes': 'ICD-10-CM index to external causes',
  drugs: 'ICD-10-CM table of drugs',
  neoplasms: 'ICD-10-CM table of neoplasms',
};
/** A code as an index writes it: short of signs that the tabular list adds, or a dash for them. `--` says that there is none. */
const CODE = /^([A-Z][0-9A-Z]{2})(?:\.([0-9A-Z]{1,4}))?(?![0-9A-Za-z])/;
const NO_CODE = /^[-\u2013\u2014\s]*$/;
/** So many entries may lead to others that lead to others. */
const LONGEST_CHAIN = 5;

type IndexLayer = Extract<Layer, 'index' | 'external-causes' | 'drugs' | 'neoplasms'>;

/** What is read while the file is walked. */
interface Reading {
  readonly entries: { readonly path: string; readonly code: string }[];
  readonly leads: { readonly path: string; readonly to: string }[];
  readonly heads: Map<string, string>;
  version: string;
  title: string;
}

/** Any of the indexes of one year: entries with the code to which each leads. */
export const icd10cmIndex: Importer = {
  recognises: (text) => firstLines(text, 5).some((line) => line.includes('<ICD10CM.index')),
  read(text, names, edition) {
    const reading = walkIndex(text);
    const layer = layerOf(reading);
    const entries = [...reading.entries, ...followLeads(reading)];
    if (entries.length === 0) throw new Refusal('has no entries');
    const rows = entries.map(
      ({ path, code }, number): Row => ({ code: String(number).padStart(6, '0'), title: path, billable: true, more: { code } }),
    );
    return [
      {
        set: 'icd-10-cm',
        layer,
        title: TITLES[layer],
        publisher: 'NCHS',
        licence: 'Public domain',
        ...fiscalYear([reading.version, ...names], edition),
        rows,
      },
    ];
  },
};

function walkIndex(text: string): Reading {
  const reading: Reading = { entries: [], leads: [], heads: new Map(), version: '', title: '' };
  const terms: string[] = [];
  const path = (): string => terms.filter((term) => term !== '').join(', ');
  walkXml(text, {
    begin({ name }) {
      if (name === 'mainTerm' || name === 'term') terms.push('');
    },
    end({ name, text: said, attributes }, above, line) {
      const parent = above.at(-2)?.name ?? '';
      const inTerm = parent === 'mainTerm' || parent === 'term';
      if (name === 'mainTerm' || name === 'term') terms.pop();
      else if (name === 'version') reading.version = said;
      else if (name === 'head') reading.heads.set(attributes.col ?? '', said);
      else if (name === 'title' && inTerm) terms[terms.length - 1] = said;
      else if (name === 'title' && parent === 'ICD10CM.index') reading.title = said;
      else if (name === 'see' && inTerm) reading.leads.push({ path: path(), to: said });
      else if ((name === 'code' || name === 'cell') && inTerm && !NO_CODE.test(said)) {
        const parts = CODE.exec(said);
        if (!parts) throw new Refusal(`${said.slice(0, 20)} is not a code of this set`, line);
        const code = printedCode('icd-10-cm', parts[1] + (parts[2] ?? ''));
        const column = name === 'cell' ? reading.heads.get(attributes.col ?? '') : '';
        if (column === undefined) throw new Refusal(`${said} stands in a column without a heading`, line);
        reading.entries.push({ path: column ? `${path()}, ${column.toLowerCase()}` : path(), code });
      }
    },
  });
  return reading;
}

function layerOf({ heads, title }: Reading): IndexLayer {
  const first = heads.get('1') ?? '';
  if (/substance/i.test(first)) return 'drugs';
  if (/neoplasm/i.test(first)) return 'neoplasms';
  return /external cause/i.test(title) ? 'external-causes' : 'index';
}

/** `see Accident, transport, car occupant`: the entry leads to what stands there, where that is one code. */
function followLeads({ entries, leads }: Reading): { path: string; code: string }[] {
  const codes = new Map(entries.map(({ path, code }) => [path.toLowerCase(), code]));
  const onward = new Map(leads.map(({ path, to }) => [path.toLowerCase(), to.toLowerCase()]));
  return leads.flatMap(({ path, to }) => {
    let place = to.toLowerCase();
    for (let step = 0; step < LONGEST_CHAIN && !codes.has(place) && onward.has(place); step++) place = onward.get(place) ?? place;
    const code = codes.get(place);
    return code ? [{ path, code }] : [];
  });
}
