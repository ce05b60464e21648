// A report as a page: headings, captioned tables, the editor's colours. No scripts, nothing loaded from anywhere.
import type { Report, ReportRow, ReportSection, ReportTable, Tone } from './shape';

/** The address behind the number of a claim; undefined where it leads nowhere. */
export type LinkOf = (claim: string) => string | undefined;

/** The whole page. */
export function reportHtml(report: Report, linkOf: LinkOf = () => undefined): string {
  const several = report.sections.length > 1;
  const body = report.sections.map((section) => sectionHtml(section, several ? 2 : 1, linkOf)).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${several ? `<h1>${escapeHtml(report.title)}</h1>\n` : ''}${body}
</main>
</body>
</html>
`;
}

/** Text that stands for itself, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd');
}

/** How we number claims. */
const CLAIM = /\b([A-Z0-9][A-Z0-9.-]*-[1-9]\d{0,3})(?![\w-])/;

/** Claims that are named in it lead to where they come from. */
function linkedHtml(text: string, linkOf: LinkOf): string {
  return text
    .split(CLAIM)
    .map((part, i) => {
      const address = i % 2 === 1 ? linkOf(part) : undefined;
      return address ? `<a href="${escapeHtml(address)}" title="Go to the encounter">${escapeHtml(part)}</a>` : escapeHtml(part);
    })
    .join('');
}

const DEEPEST = 6;

function sectionHtml({ heading, summary, tone, facts, tables, points, sections }: ReportSection, level: number, linkOf: LinkOf): string {
  const h = Math.min(level, DEEPEST);
  return [
    '<section>',
    `<h${h}>${linkedHtml(heading, linkOf)}</h${h}>`,
    summary && `<p class="summary${tone ? ` ${tone}` : ''}">${tone ? SIGNS[tone] : ''}${escapeHtml(summary)}</p>`,
    facts && facts.length > 0 && `<dl>${facts.map(factHtml).join('')}</dl>`,
    ...(tables ?? []).map((table) => tableHtml(table, linkOf)),
    points && points.length > 0 && `<ul>${points.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`,
    ...(sections ?? []).map((one) => sectionHtml(one, level + 1, linkOf)),
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');
}

function factHtml([label, value]: readonly [string, string]): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

/** Colour alone says nothing to those who do not see it. */
const SIGNS: Readonly<Record<Tone, string>> = {
  good: '<span class="sign" role="img" aria-label="All is well.">✓ </span>',
  bad: '<span class="sign" role="img" aria-label="Refused.">✗ </span>',
  attention: '<span class="sign" role="img" aria-label="Please look.">! </span>',
};

function tableHtml({ caption, columns: all, groups, total }: ReportTable, linkOf: LinkOf): string {
  const cells = [...groups.flatMap(({ head: above, rows }) => (above ? [above, ...rows] : rows)), ...(total ? [total] : [])];
  const columns = all.map(({ title, amount }, n): Column => ({ title, kind: amount ? 'amount' : isShort(cells, n) ? 'short' : undefined }));
  const head = columns.map(({ title, kind }) => `<th scope="col"${classesOf(kind)}>${escapeHtml(title)}</th>`).join('');
  const body = groups.map(
    ({ head: above, rows }) =>
      `<tbody>${above ? rowHtml(above, columns, 'group', linkOf) : ''}${rows
        .map((row) => rowHtml(row, columns, above ? 'line' : 'row', linkOf))
        .join('\n')}</tbody>`,
  );
  const isSigned = groups.some(({ head: above, rows }) => above?.tone ?? rows.some((row) => row.tone));
  const foot = total ? `<tfoot>${rowHtml(total, columns, 'total', linkOf)}</tfoot>` : '';
  return `<div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table${isSigned ? ' class="signed"' : ''}>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
${body.join('\n')}
${foot}
</table></div>`;
}

/** Amounts, and what is so short that it is not broken, take no room from columns with words. */
interface Column {
  readonly title: string;
  readonly kind: 'amount' | 'short' | undefined;
}

const SHORT = 12;

function isShort(rows: readonly ReportRow[], column: number): boolean {
  return rows.every(({ cells }) => [cells[column] ?? ''].flat().every((line) => line.length <= SHORT));
}

function classesOf(...names: readonly (string | false | undefined)[]): string {
  const classes = names.filter(Boolean).join(' ');
  return classes && ` class="${classes}"`;
}

type RowKind = 'group' | 'line' | 'row' | 'total';

function rowHtml({ cells, tone }: ReportRow, columns: readonly Column[], row: RowKind, linkOf: LinkOf): string {
  const html = columns.map(({ title, kind }, n) => {
    const content = linesHtml(cells[n] ?? '', n === 0 ? (line) => linkedHtml(line, linkOf) : cellHtml);
    const sign = tone && row !== 'total' ? SIGNS[tone] : '';
    // A title of a row that says nothing would be read out as one.
    if (n === 0 && sign + content !== '')
      return `<th scope="${row === 'group' ? 'rowgroup' : 'row'}"${classesOf(kind)}>${sign}${content}</th>`;
    // In a narrow column each value stands below the other, with its title before it.
    return `<td${classesOf(kind, content === '' && 'none')} data-title="${escapeHtml(title)}">${content}</td>`;
  });
  return `<tr${classesOf(row, tone)}>${html.join('')}</tr>`;
}

function linesHtml(cell: string | readonly string[], html: (line: string) => string): string {
  return [cell]
    .flat()
    .map((line, i) => (i === 0 ? html(line) : `<div class="more">${html(line)}</div>`))
    .join('');
}

/** A code such as CO-45 is not broken at its hyphen. */
function cellHtml(line: string): string {
  return escapeHtml(line).replace(/\b[A-Z]{2}-[A-Z]?\d{1,3}\b/g, '<span class="whole">$&</span>');
}

const STYLE = `
body { font-family: var(--vscode-font-family, sans-serif); font-size: var(--vscode-font-size, 13px); color: var(--vscode-foreground, #222);
  background: var(--vscode-editor-background, #fff); line-height: 1.45; margin: 0; padding: 0 1.5rem 3rem; }
main { max-width: 76rem; }
h1 { font-size: 1.6em; font-weight: 600; margin: 1.2rem 0 0.4rem; }
h2 { font-size: 1.25em; font-weight: 600; margin: 2rem 0 0.4rem; }
h3, h4, h5, h6 { font-size: 1.05em; font-weight: 600; margin: 1.5rem 0 0.3rem; }
.summary { margin: 0.4rem 0 1rem; font-size: 1.1em; padding-left: 0.7em; border-left: 3px solid var(--vscode-panel-border, #ccc); }
.summary.good { border-color: var(--vscode-testing-iconPassed, #388a34); }
.summary.bad { border-color: var(--vscode-editorError-foreground, #c00); }
.summary.attention { border-color: var(--vscode-editorWarning-foreground, #b80); }
.sign { display: inline-block; width: 18px; font-weight: 700; text-indent: 0; }
.whole { white-space: nowrap; }
.good > .sign, .good > th .sign { color: var(--vscode-testing-iconPassed, #388a34); }
.bad > .sign, .bad > th .sign { color: var(--vscode-editorError-foreground, #c00); }
.attention > .sign, .attention > th .sign { color: var(--vscode-editorWarning-foreground, #b80); }
dl { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; margin: 0 0 1rem; }
dt { color: var(--vscode-descriptionForeground, #666); font-size: 0.9em; }
dd { margin: 0; }
.wide { overflow-x: auto; margin: 0 0 1.5rem; }
.wide:focus-visible { outline: 1px solid var(--vscode-focusBorder, #07c); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0.4rem 0; }
th, td { text-align: left; vertical-align: top; font-weight: normal; padding: 0.35rem 1rem 0.35rem 0;
  border-bottom: 1px solid var(--vscode-panel-border, #ddd); }
thead th { color: var(--vscode-descriptionForeground, #666); }
th, td, dd, li { overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; }
thead th.short, thead th.amount { width: 1%; }
.short { white-space: nowrap; }
a { color: var(--vscode-textLink-foreground, #06c); }
a:hover { color: var(--vscode-textLink-activeForeground, #06c); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder, #07c); outline-offset: 2px; }
th.amount, td.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.group th, tr.group td { font-weight: 600; border-bottom-color: transparent; padding-top: 0.8rem; }
tr.group th .more { font-weight: normal; color: var(--vscode-descriptionForeground, #666); }
tr.group td:not(.amount) { font-weight: normal; }
tr.line th { padding-left: 1.4rem; }
.signed tbody th { padding-left: 18px; }
.signed tbody tr.line th { padding-left: 42px; }
.signed .good > th, .signed .bad > th, .signed .attention > th { text-indent: -18px; }
.more { text-indent: 0; color: var(--vscode-descriptionForeground, #666); }
td .more { color: inherit; }
tfoot th, tfoot td { font-weight: 600; border-top: 2px solid var(--vscode-panel-border, #ccc); border-bottom: none; }
@media (max-width: 48rem) {
  body { padding: 0 0.8rem 2rem; }
  th, td { padding-right: 0.6rem; }
}
@media (max-width: 36rem) {
  table, tbody, tfoot, tr, th, td, caption { display: block; }
  thead { display: none; }
  tr { padding: 0.4rem 0; border-bottom: 1px solid var(--vscode-panel-border, #ddd); }
  tbody th, th, td, tr.group td { border: none; padding: 0.1rem 0; }
  tr.line { padding-left: 1.2rem; }
  tr.line th { padding-left: 0; }
  .signed tbody tr.line th { padding-left: 18px; }
  td.amount, th.amount { text-align: left; }
  td.none { display: none; }
  td::before { content: attr(data-title) ": "; color: var(--vscode-descriptionForeground, #666); }
}
@media print { body { color: #000; background: #fff; } }
`;
