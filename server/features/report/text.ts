// A report as plain text for a terminal: headings, facts, tables in columns. No colours, so that it can be printed and mailed.
import type { Report, ReportRow, ReportSection, ReportTable } from './shape';

/** `width`: of the screen, in letters. */
export function reportText(report: Report, width = 100): string {
  const several = report.sections.length > 1;
  const parts = report.sections.map((section) => sectionText(section, width, 0));
  return plain([...(several ? [`${report.title}\n`] : []), ...parts].join('\n')).trimEnd();
}

function sectionText({ heading, summary, facts, tables, points, sections }: ReportSection, width: number, depth: number): string {
  const lines = [heading, (depth === 0 ? '=' : '-').repeat(Math.min(heading.length, width))];
  if (summary) lines.push(...wrapped(summary, width));
  const longest = Math.max(0, ...(facts ?? []).map(([label]) => label.length));
  for (const [label, value] of facts ?? []) lines.push(`${label.padEnd(longest)}  ${value}`);
  for (const table of tables ?? []) lines.push('', ...tableLines(table, width));
  for (const point of points ?? []) lines.push(...wrapped(`- ${point}`, width));
  return [...lines, '', ...(sections ?? []).map((one) => sectionText(one, width, depth + 1))].join('\n');
}

const GAP = 2;

function tableLines({ caption, columns, groups, total }: ReportTable, width: number): string[] {
  const head: ReportRow = { cells: columns.map((one) => one.title) };
  const all = [head, ...groups.flatMap((one) => [...(one.head ? [one.head] : []), ...one.rows]), ...(total ? [total] : [])];
  const widths = widthsOf(all, columns.length, width);
  const draw = (row: ReportRow, indent = ''): string[] => rowLines(row, columns, widths, indent);
  const rule = '-'.repeat(widths.reduce((sum, one) => sum + one + GAP, -GAP));
  const lines = [caption, rule, ...draw(head), rule];
  for (const [i, group] of groups.entries()) {
    if (group.head) lines.push(...(i > 0 ? [''] : []), ...draw(group.head));
    for (const row of group.rows) lines.push(...draw(row, group.head ? '  ' : ''));
  }
  if (total) lines.push(rule, ...draw(total));
  return lines;
}

/** Short columns get what they need, long ones share the rest. */
function widthsOf(rows: readonly ReportRow[], columns: number, width: number): number[] {
  const wanted = Array.from({ length: columns }, (_, n) =>
    Math.max(1, ...rows.map((row) => Math.max(0, ...linesOf(row, n).map((line) => line.length + 2)))),
  );
  const room = Math.max(40, width) - GAP * (columns - 1);
  const short = Math.floor(room / columns);
  const fixed = wanted.filter((one) => one <= short);
  const long = wanted.length - fixed.length;
  const share = long === 0 ? 0 : Math.max(12, Math.floor((room - fixed.reduce((sum, one) => sum + one, 0)) / long));
  return wanted.map((one) => (one <= short ? one : Math.min(one, share)));
}

function linesOf(row: ReportRow, column: number): readonly string[] {
  const cell = row.cells[column] ?? '';
  return typeof cell === 'string' ? [cell] : cell;
}

function rowLines(row: ReportRow, columns: ReportTable['columns'], widths: readonly number[], indent: string): string[] {
  const cells = columns.map((_, n) => {
    const own = n === 0 ? indent : '';
    return linesOf(row, n)
      .flatMap((line) => wrapped(line, widths[n] - own.length))
      .map((line) => own + line);
  });
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, i) =>
    cells
      .map((cell, n) => {
        const text = cell[i] ?? '';
        return columns[n].amount ? text.padStart(widths[n]) : text.padEnd(widths[n]);
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** Broken at blanks; a word that is too long is cut. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}

/** What a file says must not steer the terminal. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');
}
