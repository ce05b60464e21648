// Reads the NUCC's taxonomy file: provider types and specialties, comma-separated.
import { type Importer, Refusal, firstLines, readCsv } from '../import';
import { type Row, tidy } from '../rows';

/** The taxonomy csv. Licensed by the AMA for use with claims; the user brings it. */
export const taxonomyCsv: Importer = {
  recognises: (text) => /^\uFEFF?"?Code"?,"?Grouping"?,"?Classification"?,/.test(firstLines(text, 1)[0] ?? ''),
  read(text, names, edition) {
    const [header, ...records] = readCsv(text.replace(/^\uFEFF/, ''));
    const at = (fields: readonly string[], name: string): string => tidy(fields[header.fields.indexOf(name)] ?? '');
    const rows = records.map(({ fields, line }): Row => {
      const code = at(fields, 'Code');
      if (!/^[0-9A-Z]{9}X$/.test(code)) throw new Refusal(`${code || 'an empty cell'} is not a taxonomy code`, line);
      const [classification, specialization] = [at(fields, 'Classification'), at(fields, 'Specialization')];
      const title = at(fields, 'Display Name') || [classification, specialization].filter(Boolean).join(', ');
      if (title === '') throw new Refusal(`${code} has no name: the line is cut off`, line);
      return { code, title, billable: true, more: { grouping: at(fields, 'Grouping'), section: at(fields, 'Section') } };
    });
    if (rows.length === 0) throw new Refusal('the file has no codes');
    const version = edition ?? /(\d{3})/.exec(names.join(' '))?.[1] ?? 'imported';
    return [
      {
        set: 'taxonomy',
        title: 'Provider taxonomy',
        publisher: 'NUCC',
        licence: 'Licensed by the AMA; brought by the user',
        edition: version,
        effective: { from: '2000-01-01' },
        rows,
      },
    ];
  },
};
