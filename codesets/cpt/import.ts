// Reads a user's own licensed CPT file: tab-delimited, code with one to three descriptions.
import { type Importer, Refusal, eachLine, firstLines } from '../import';
import { type Row, tidy } from '../rows';

const CODE = /^\d{4}[0-9AFMTU]$/;
/** A licensed file holds thousands of codes; a few of them among other lines are something else. */
const FIRST_LINES = 5;

/** The file of a licence holder. Nothing of it ships or leaves the machine. */
export const cptFile: Importer = {
  recognises(text) {
    const lines = firstLines(text, FIRST_LINES + 1).slice(1);
    return lines.length > 0 && lines.every((line) => CODE.test(line.split('\t')[0].trim()) && line.includes('\t'));
  },
  read(text, names, edition) {
    const rows: Row[] = [];
    const seen = new Set<string>();
    let columns = ['code', 'short', 'medium', 'long'];
    eachLine(text, (line, number) => {
      const cells = line
        .replace(/^\uFEFF/, '')
        .split('\t')
        .map(tidy);
      if (!CODE.test(cells[0])) {
        if (rows.length > 0) throw new Refusal(`${cells[0].slice(0, 20) || 'an empty cell'} is not a CPT code`, number);
        columns = cells.map((cell) => /code|short|medium|long/.exec(cell.toLowerCase())?.[0] ?? '');
        return;
      }
      if (seen.has(cells[0])) throw new Refusal(`${cells[0]} stands there twice`, number);
      seen.add(cells[0]);
      const named = (name: string): string => cells[columns.indexOf(name)] ?? '';
      const title = named('long') || named('medium') || named('short') || cells.at(-1) || '';
      if (title === '' || cells.length < 2) throw new Refusal(`${cells[0]} has no description: the line is cut off`, number);
      const short = named('short');
      rows.push({ code: cells[0], title, billable: true, more: short && short !== title ? { short } : {} });
    });
    const year = /(20\d\d)/.exec(edition ?? '')?.[1] ?? /(20\d\d)/.exec(names.join(' '))?.[1];
    if (!year) throw new Refusal('the year stands in none of the file names: say which it is, for example 2026');
    return [
      {
        set: 'cpt',
        title: 'CPT codes (your licence)',
        publisher: 'AMA',
        licence: 'Copyright AMA; for the licence holder only',
        edition: year,
        effective: { from: `${year}-01-01`, to: `${year}-12-31` },
        rows,
      },
    ];
  },
};
