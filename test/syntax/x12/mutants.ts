// Makes files with one fault each from a valid file, by what the guide says is demanded at each place.
import type { ElementUse } from '../../../server/syntax/x12/guide';
import { loopsOf } from '../../../server/syntax/x12/describe';
import { transactionAt } from '../../../server/syntax/x12/enclosing';
import { readX12 } from '../../../server/syntax/x12/read';

export interface Mutant {
  readonly name: string;
  readonly text: string;
  /** Where the fault is: a finding must stand on one of these segments, or `near` segments away. */
  readonly segments: readonly number[];
  readonly near: number;
}

/** One fault a mutant: missing, too long, wrong type, wrong code, doubled, unknown, misplaced, wrong counts and control numbers. */
export function mutants(text: string): Mutant[] {
  const document = readX12(text);
  const { segments } = document;
  const found: Mutant[] = [];
  const add = (name: string, changed: string, segment: number, near = 0): void => {
    found.push({ name, text: changed, segments: [segment], near });
  };
  const replace = (start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);
  const count = (by: number, changed: string): string =>
    changed.replace(/(~\s*SE\*)(\d+)/, (_, head: string, size: string) => `${head}${Number(size) + by}`);
  for (let i = 0; i < segments.count; i++) {
    const { start, end } = segments.span(i);
    const id = segments.id(i);
    const transaction = transactionAt(document, i);
    const use = transaction && loopsOf(document, transaction)?.use(i);
    const next = i + 1 < segments.count ? segments.span(i + 1).start : text.length;
    if (/^(ISA|GS|GE|IEA|ST|SE)$/.test(id)) {
      const number = { ISA: 13, GS: 6, GE: 2, IEA: 2, ST: 2, SE: 2 }[id] ?? 1;
      const { span } = segments.element(i, number);
      add(
        `${id} control number`,
        replace(span.start, span.end, '000000777'),
        { ISA: segments.count - 1, GS: segments.count - 2 }[id] ?? i,
        id === 'ST' ? 99 : 0,
      );
      if (/E$|A$/.test(id) && id !== 'ISA') {
        const counted = segments.element(i, 1).span;
        add(`${id} count`, replace(counted.start, counted.end, '77'), i);
      }
      continue;
    }
    if (!use) continue;
    const where = `${id} at ${i}`;
    add(`${where} unknown segment behind it`, count(1, replace(next, next, 'QQQ*1~\n')), i + 1);
    const loop = transaction && loopsOf(document, transaction)?.of(i);
    const begins = loop?.first === i;
    if (use.usage === 'R' && !(begins && loop.use.usage === 'S')) add(`${where} removed`, count(-1, replace(start, next, '')), i, 2);
    if (use.max < 3 && !(begins && loop.use.max > 2))
      add(`${where} more often than allowed`, count(use.max, replace(next, next, text.slice(start, next).repeat(use.max))), i, 3);
    if (!/^(SVC|CAS)$/.test(id)) add(`${where} said twice`, count(1, replace(next, next, text.slice(start, next))), i, 2);
    add(`${where} one element too many`, replace(end, end, '*'.repeat(use.elements.length - segments.size(i) + 1) + 'X'), i);
    for (const element of use.elements) {
      const piece = segments.element(i, element.number);
      if (piece.text === '') continue;
      if (element.components) {
        const [first] = segments.components(i, element.number);
        const [shape] = element.components;
        if (first && shape) damageValue(first.span.start, first.span.end, first.text, shape, `${where} ${element.number}-1`, i);
      } else damageValue(piece.span.start, piece.span.end, piece.text, element, `${where} ${element.number}`, i);
    }
  }
  return found;

  function damageValue(start: number, end: number, value: string, element: ElementUse, where: string, segment: number): void {
    if (element.repeat === 1) add(`${where} repeated`, replace(end, end, `^${value}`), segment);
    if (element.min > 1 && value.length >= element.min)
      add(`${where} too short`, replace(start, end, value.slice(0, element.min - 1)), segment, 1);
    if (element.unsigned) add(`${where} below zero`, replace(start, start, '-'), segment);
    if (element.usage === 'R') add(`${where} emptied`, replace(start, end, ''), segment, 1);
    const wrong = ['Q', '?'].map((sign) => sign.repeat(Math.max(element.min, 1))).find((code) => !element.codes?.has(code));
    if (element.codes && wrong) add(`${where} wrong code`, replace(start, end, wrong), segment, 1);
    else if (element.max < 60 && element.repeat === 1)
      add(`${where} too long`, replace(start, end, value + '9'.repeat(element.max + 1 - value.replace(/[.-]/g, '').length)), segment);
    if (element.type === 'R' || element.type === 'N0') add(`${where} not a number`, replace(start, end, '1X'), segment);
    if (element.type === 'DT' || (element.data === '1251' && value.length === 8))
      add(`${where} no date`, replace(start, end, '20261345'), segment);
  }
}
