// The structure facts of guides that tests compare ours with, where they are present.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementUse, Guide, LoopUse } from '../../../server/syntax/x12/guide';

const FOLDER = path.join(process.cwd(), '..', 'shared', 'facts', 'x12');

/** Why tests over the facts are skipped, or undefined where they are present. */
export const noFacts = existsSync(FOLDER) ? undefined : 'skipped: ../shared/facts/x12 is not on this machine';

/** One row: what stands where, with usage, repeats, data element, type, lengths, codes, notes. */
export interface Row {
  readonly path: string;
  readonly usage: string;
  readonly max: string;
  readonly data: string;
  readonly type: string;
  readonly min: string;
  readonly length: string;
  readonly codes: string;
  readonly notes: string;
}

/** The rows of a facts file. Paths are `2000B/2300/REF[G1]02-01`: a segment's use is told by its first codes. */
export function factRows(name: string): Row[] {
  const cells = readFileSync(path.join(FOLDER, `${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  const rows: Row[] = [];
  let pending: Row[] = [];
  let segment = '';
  let key = '';
  const flush = (): void => {
    rows.push(...pending.map((row) => ({ ...row, path: row.path.replace('[]', key ? `[${key}]` : '') })));
    pending = [];
    key = '';
  };
  for (const [kind = '', full = '', usage = '', max = '', data = '', type = '', min = '', length = '', codes = ''] of cells) {
    const steps = nested(full)
      .split('/')
      .filter((step) => step !== '' && !/_LOOP$|^(HEADER|DETAIL|FOOTER)$/.test(step));
    const last = steps.pop() ?? '';
    if (kind === 'loop' || kind === 'segment') flush();
    if (kind === 'loop') {
      if (last !== '' && usage !== 'N' && !/TABLE2AREA\d$/.test(full))
        rows.push({ path: [...steps, last].join('/'), usage, max, data: '', type: '', min: '', length: '', codes: '', notes: '' });
      continue;
    }
    if (kind === 'segment') segment = last;
    const suffix = kind === 'segment' ? '' : last.slice(segment.length);
    if (codes !== '' && (suffix === (segment === 'HL' ? '03' : '01') || suffix === '01-01'))
      key = codes.startsWith('@') ? '' : [...new Set(codes.split(','))].sort().join(',');
    pending.push({
      path: `${[...steps, segment].join('/')}[]${suffix}`,
      usage,
      max: kind === 'segment' ? max : max || '1',
      data,
      type,
      min,
      length,
      codes: codes.startsWith('@') ? codes : [...new Set(codes.split(','))].sort().join(','),
      notes: kind === 'segment' ? codes : '',
    });
  }
  flush();
  return rows.map((row) => (row.data === '' ? { ...row, codes: '' } : row));
}

/** The 277 facts list its levels side by side; ours are nested as their HL segments are. */
function nested(full: string): string {
  return full
    .replace('TABLE2AREA3', '')
    .replace('TABLE2AREA4', '2000A/2000B')
    .replace('TABLE2AREA5', '2000A/2000B/2000C')
    .replace('TABLE2AREA6', '2000A/2000B/2000C/2000D');
}

/** The same rows from a guide of ours. */
export function guideRows(guide: Guide): Row[] {
  const rows: Row[] = [];
  const times = (max: number): string => (max === Infinity ? '>1' : String(max));
  const loop = (use: LoopUse, within: string): void => {
    for (const { use: child } of use.children) {
      if (child.kind === 'loop') {
        const inside = within === '' ? child.id : `${within}/${child.id}`;
        rows.push({
          path: inside,
          usage: child.usage,
          max: times(child.max),
          data: '',
          type: '',
          min: '',
          length: '',
          codes: '',
          notes: '',
        });
        loop(child, inside);
        continue;
      }
      const key = child.key ? `[${[...child.key.codes].sort().join(',')}]` : '';
      const place = `${within === '' ? '' : `${within}/`}${child.id}${key}`;
      const notes = child.notes.map((note) => note.text).join(' ');
      rows.push({ path: place, usage: child.usage, max: times(child.max), data: '', type: '', min: '', length: '', codes: '', notes });
      child.elements.forEach((element) => elementRows(element, place, ''));
    }
  };
  const elementRows = (element: ElementUse, place: string, before: string): void => {
    const own = `${place}${before}${String(element.number).padStart(2, '0')}`;
    const composite = element.components !== undefined;
    rows.push({
      path: own,
      usage: element.usage,
      max: times(element.repeat),
      data: element.data,
      type: element.type,
      notes: '',
      min: composite ? '' : String(element.min),
      length: composite ? '' : String(element.max),
      codes: element.list ? `@${element.list}` : [...(element.codes ?? [])].sort().join(','),
    });
    if (element.usage !== 'N') element.components?.forEach((component) => elementRows(component, own, '-'));
  };
  loop(guide.root, '');
  return rows;
}
