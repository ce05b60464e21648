// Reads what changed from one year to the next: the addenda of the order file, and the table from former to present codes.
import { type Dated, writeDated } from '../dated';
import { type Imported, type Importer, Refusal, eachLine, firstLines, isoDate } from '../import';
import { fiscalYear } from '../order-file';
import { type Row, keyOf, printedCode, tidy } from '../rows';

const CM = { set: 'icd-10-cm', publisher: 'CMS and NCHS', licence: 'Public domain' } as const;
/** `Delete:      1 B880    short title … long title`; the addenda of the code file lack the 0 or 1. */
const CHANGE = /^(Add|Delete|Revise from|Revise to|No change): +([01] )?([A-Z][0-9A-Z]{2,6}) /;
const CODE_AT = 15;
const LONG_TITLE_AT = CODE_AT + 69;
/** At its end the file counts what it holds. */
const COUNT = /^ +(\d+) (additions|deletions|revisions)\s*$/;
const SUMMARY = /^(Headers|Codes)\s*$/;

/** `icd10cm-order-addenda-2026.txt`: codes added, deleted, divided further, and titles revised. */
export const icd10cmAddenda: Importer = {
  recognises(text) {
    const lines = firstLines(text, 2);
    return lines.length > 1 && (CHANGE.test(lines[0]) || (SUMMARY.test(lines[0]) && /^ +\d+ (headers|codes) in /.test(lines[1])));
  },
  read(text, names, edition): Imported[] {
    const changes = readAddenda(text);
    // The addenda of the code file repeat those of the order file.
    if (!changes || changes.length === 0) return [];
    return [{ ...CM, layer: 'changes', title: 'ICD-10-CM changes since the year before', ...fiscalYear(names, edition), rows: changes }];
  },
};

interface Change {
  readonly label: string;
  readonly code: string;
  readonly billable: boolean;
  readonly title: string;
}

function readAddenda(text: string): Row[] | undefined {
  const changes: Change[] = [];
  const counted = new Map<string, number>();
  let short = false;
  let inSummary = false;
  eachLine(text, (line, number) => {
    inSummary ||= SUMMARY.test(line);
    const count = COUNT.exec(line);
    if (count) counted.set(count[2], (counted.get(count[2]) ?? 0) + Number(count[1]));
    if (inSummary) return;
    const parts = CHANGE.exec(line);
    if (!parts) throw new Refusal('is not a change: Add, Delete or Revise, a code and its titles', number);
    short ||= parts[2] === undefined;
    if (short) return;
    const title = tidy(line.slice(LONG_TITLE_AT));
    if (title === '') throw new Refusal(`${parts[3]} has no long title: the line is cut off`, number);
    changes.push({ label: parts[1], code: parts[3], billable: parts[2] === '1 ', title });
  });
  const of = (label: string): readonly Change[] => changes.filter((change) => change.label === label);
  const [added, deleted, revised] = [of('Add'), of('Delete'), of('Revise to')];
  if (!inSummary || counted.size < 3) throw new Refusal('its counts at the end are missing: the file is cut off');
  if (short) return undefined;
  for (const [name, list] of [
    ['additions', added],
    ['deletions', deleted],
    ['revisions', revised],
  ] as const) {
    if (counted.get(name) !== list.length)
      throw new Refusal(`has ${list.length} ${name} where it counts ${counted.get(name)}: lines are missing`);
  }
  const before = new Map(of('Revise from').map(({ code, title }) => [code, title]));
  const again = new Set(added.map(({ code }) => code));
  const gone = new Set(deleted.map(({ code }) => code));
  return [
    ...added.filter(({ code }) => !gone.has(code)).map((change) => row(change, { change: 'added' })),
    ...deleted.map((change) =>
      row(change, again.has(change.code) ? { change: 'divided' } : { change: 'deleted', ...successor(change, added) }),
    ),
    ...revised.map((change) => row(change, { change: 'revised', before: before.get(change.code) ?? '' })),
  ];
}

function row({ code, title, billable }: Change, more: Row['more']): Row {
  return { code: printedCode('icd-10-cm', code), title, billable, more };
}

/** What took the place of a deleted code: the one new code with its title, else those below its category with the same seventh character. */
function successor({ code, title }: Change, added: readonly Change[]): { replacedBy: string } | undefined {
  const billable = added.filter((change) => change.billable);
  const same = billable.filter((change) => change.title === title);
  const divided = /^(.{4,5}?)X+(.)$/.exec(code);
  const below = divided
    ? billable.filter((change) => change.code.startsWith(divided[1]) && change.code.length === 7 && change.code[6] === divided[2])
    : [];
  const found = same.length === 1 ? same : below;
  return found.length > 0 ? { replacedBy: found.map((change) => printedCode('icd-10-cm', change.code)).join('\n') } : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CODES = /\b[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?(?![0-9A-Z.])/g;

/** The conversion table: present code, its first day, the code or codes that were used before. Found by the former code. */
export const icd10cmConversions: Importer = {
  recognises: (text) => firstLines(text, 10).some(isHeading),
  read(text, names, edition) {
    const found = new Map<string, Dated[]>();
    let begun = false;
    eachLine(text, (line, number) => {
      if (isHeading(line)) {
        begun = true;
        return;
      }
      const cells = line.includes('\t') ? line.split('\t').map(tidy) : line.split(/ {2,}/).map(tidy);
      const [present] = (cells[0] ?? '').match(CODES) ?? [];
      if (!begun || (!present && cells.filter(Boolean).length < 2)) return; // the publisher's remarks
      const from = present && dayOf(cells[1] ?? '');
      if (!present || !from || !cells[2]) throw new Refusal('is not laid out as present code, first day and former codes', number);
      for (const former of cells.slice(2).join(' ').match(CODES) ?? []) {
        if (keyOf(former) !== keyOf(present)) found.set(keyOf(former), [...(found.get(keyOf(former)) ?? []), { value: present, from }]);
      }
    });
    if (found.size === 0) throw new Refusal('has no rows');
    const rows = [...found].map(
      ([code, present]): Row => ({
        code: printedCode('icd-10-cm', code),
        title: '',
        billable: true,
        more: { replacedBy: writeDated(present) },
      }),
    );
    return [{ ...CM, layer: 'conversions', title: 'ICD-10-CM conversion table', ...fiscalYear(names, edition), rows }];
  },
};

function isHeading(line: string): boolean {
  return /current code/i.test(line) && /previous code/i.test(line) && /effective/i.test(line);
}

/** `2025-10-01`, `20251001`, `10/1/2025`, `October 1, 2025`, or a year alone, which begins on its 1 October before. */
function dayOf(text: string): string | undefined {
  const iso = isoDate(text.replace(/\D/g, ''));
  if (iso && /^\d{4}/.test(text)) return iso;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return isoDate(american[3] + american[1].padStart(2, '0') + american[2].padStart(2, '0'));
  const named = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(text);
  const month = named ? MONTHS.indexOf(named[1].toLowerCase()) + 1 : 0;
  if (named && month > 0) return isoDate(named[3] + String(month).padStart(2, '0') + named[2].padStart(2, '0'));
  const year = /^(?:FY ?)?(20\d\d)$/.exec(text)?.[1];
  return year ? `${Number(year) - 1}-10-01` : undefined;
}
