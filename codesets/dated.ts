// Values of a layer that hold from one day to another, several of them in one cell; a look-up names the date.

/** A value with its first and last day (ISO). */
export interface Dated {
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
}

/** Writes values into one cell: a line each, with its days behind it. */
export function writeDated(values: readonly Dated[]): string {
  return [...new Set(values.map(({ value, from, to }) => `${value}\t${from ?? ''}\t${to ?? ''}`))].join('\n');
}

/** The values of a cell that hold on a date, a line each and each once; undefined if none does. A cell without days is as written. */
export function valueOn(cell: string, date: string): string | undefined {
  if (!cell.includes('\t')) return cell;
  const values = cell.split('\n').flatMap((line) => {
    const [value, from, to] = line.split('\t');
    return (from === '' || from <= date) && (to === '' || date <= to) ? [value] : [];
  });
  return values.length > 0 ? [...new Set(values)].join('\n') : undefined;
}

/** What holds on a date, by name; undefined if nothing does. */
export function factsOn(more: Readonly<Record<string, string>>, date: string): Record<string, string> | undefined {
  const facts = Object.entries(more).flatMap(([name, cell]) => {
    const value = valueOn(cell, date);
    return value === undefined ? [] : [[name, value]];
  });
  return facts.length > 0 ? (Object.fromEntries(facts) as Record<string, string>) : undefined;
}
