// Reads what fees are made from beside relative values: cost indices and anesthesia rates of localities, base units of anesthesia.
import { type Imported, type Importer, Refusal, firstLines, readRecords } from '../import';
import { type Row, tidy } from '../rows';

const FEES = { set: 'hcpcs', publisher: 'CMS', licence: 'Public domain' } as const;
const CONTRACTOR = /^\d{5}$/;
const LOCALITY = /^\d\d$/;
const RATE = /^\d{1,3}(\.\d+)?$/;
/** Medicare has more than a hundred localities; a shorter list is cut off. */
const FEWEST_LOCALITIES = 100;

/** `GPCI2025.csv`: contractor, state, locality, name, cost indices of work, practice expense and malpractice. */
export const costIndices: Importer = {
  recognises: (text) => firstLines(text, 8).some((line) => /Locality Number/i.test(line) && /GPCI/i.test(line)),
  read(text, names, edition) {
    const year = yearOf(text, names, edition);
    const rows = readLocalities(text, 7, ([contractor, state, locality, name, ...indices]) => {
      const [work, office, malpractice] = indices;
      if (![work, office, malpractice].every((index) => RATE.test(index))) return undefined;
      return { contractor, locality, more: { state, name: plain(name), work, office, malpractice } };
    });
    return [{ ...FEES, layer: 'cost-indices', title: 'Geographic practice cost indices', ...year, rows }];
  },
};

/** `ANES2025.csv`: contractor, locality, name, money for a unit; the national rate stands in the headings. */
export const anesthesiaRates: Importer = {
  recognises: (text) => firstLines(text, 8).some((line) => /Locality/i.test(line) && /Anes\w* CF/i.test(line)),
  read(text, names, edition) {
    const year = yearOf(text, names, edition);
    const rows = readLocalities(text, 4, ([contractor, locality, name, conversion]) =>
      RATE.test(conversion) ? { contractor, locality, more: { name: plain(name), conversion } } : undefined,
    );
    const national = /Anes\w* CF of (\d+\.\d+)/i.exec(text.slice(0, 4000))?.[1];
    if (national) rows.push({ code: 'NATIONAL', title: '', billable: true, more: { conversion: national } });
    return [{ ...FEES, layer: 'anesthesia-rates', title: 'Anesthesia conversion factors', ...year, rows }];
  },
};

/** The base units of anesthesia services: code and units, with a comma or tab between. */
export const anesthesiaUnits: Importer = {
  recognises: (text) => firstLines(text, 8).some((line) => /code/i.test(line) && /base\s*units?/i.test(line)),
  read(text, names, edition) {
    const year = yearOf(text, names, edition);
    const rows: Row[] = [];
    for (const { fields, line } of readRecords(text)) {
      const cells = fields.map(tidy);
      const code = (cells[0] ?? '').padStart(5, '0');
      if (!/^0[01]\d{3}$/.test(code)) {
        if (rows.length > 0 && cells.filter(Boolean).length > 1)
          throw new Refusal(`${cells[0].slice(0, 20) || 'an empty cell'} is not an anesthesia service`, line);
        continue; // the publisher's headings and remarks
      }
      const base = cells.slice(1).findLast((cell) => cell !== '') ?? '';
      if (!/^\d{1,2}$/.test(base)) throw new Refusal(`${code} has no base units: the line is cut off`, line);
      rows.push({ code, title: '', billable: true, more: { base } });
    }
    if (rows.length === 0) throw new Refusal('has no rows');
    return [
      {
        ...FEES,
        layer: 'anesthesia-units',
        title: 'Anesthesia base units',
        licence: 'CPT codes are copyright of the AMA; brought by the user',
        ...year,
        rows,
      },
    ];
  },
};

interface Locality {
  readonly contractor: string;
  readonly locality: string;
  readonly more: Row['more'];
}

/** One row a locality, found by contractor and locality joined: 1011200. */
function readLocalities(text: string, width: number, read: (cells: string[]) => Locality | undefined): Row[] {
  const rows: Row[] = [];
  for (const { fields, line } of readRecords(text)) {
    const cells = fields.map(tidy);
    if (!CONTRACTOR.test(cells[0])) {
      if (rows.length > 0 && cells.filter(Boolean).length > 1)
        throw new Refusal(`${cells[0].slice(0, 20) || 'an empty cell'} is not a contractor's number`, line);
      continue; // the publisher's headings and remarks
    }
    const found = cells.length < width ? undefined : read(cells);
    if (!found || !LOCALITY.test(found.locality)) throw new Refusal(`${cells[0]} has no locality or no rates: the line is cut off`, line);
    rows.push({ code: found.contractor + found.locality, title: '', billable: true, more: found.more });
  }
  if (rows.length < FEWEST_LOCALITIES) throw new Refusal(`has ${rows.length} localities: the list is cut off`);
  return rows;
}

function yearOf(text: string, names: readonly string[], edition: string | undefined): Pick<Imported, 'edition' | 'effective'> {
  const said = [edition ?? '', text.slice(0, 1000), ...names].map((place) => /(20\d\d)(?!\d)/.exec(place)?.[1]).find(Boolean);
  if (!said) throw new Refusal('the year stands neither in its first lines nor in a file name: say it, for example 2026');
  return { edition: said, effective: { from: `${said}-01-01`, to: `${said}-12-31` } };
}

/** A name without the stars that lead to footnotes. */
function plain(name: string): string {
  return tidy(name.replace(/\*+$/, ''));
}
