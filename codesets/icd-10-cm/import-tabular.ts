// Reads the tabular list of ICD-10-CM (XML): every note that the book prints at a chapter, a block or a code.
import { type Importer, Refusal, firstLines } from '../import';
import type { NoteKind } from '../notes';
import { fiscalYear } from '../order-file';
import { type Row, keyOf } from '../rows';
import { walkXml } from '../xml';

const KINDS: ReadonlyMap<string, NoteKind> = new Map([
  ['includes', 'includes'],
  ['inclusionTerm', 'inclusion terms'],
  ['excludes1', 'excludes 1'],
  ['excludes2', 'excludes 2'],
  ['codeFirst', 'code first'],
  ['useAdditionalCode', 'use additional code'],
  ['codeAlso', 'code also'],
  ['notes', 'note'],
  ['sevenChrNote', 'seventh character'],
  ['sevenChrDef', 'seventh character'],
]);
const LAST_CHAPTER = 21;

/** The tabular list of one year: notes for the codes, which come from the order file. */
export const icd10cmTabular: Importer = {
  recognises: (text) => firstLines(text, 5).some((line) => line.includes('<ICD10CM.tabular')),
  read(text, names, edition) {
    const found = new Map<string, Record<string, string>>();
    let version = '';
    let chapters = 0;
    let place = '';
    const places: string[] = [];
    const add = (kind: NoteKind, note: string): void => {
      if (place === '' || note === '') return;
      const notes = found.get(place) ?? {};
      notes[kind] = notes[kind] ? `${notes[kind]}\n${note}` : note;
      found.set(place, notes);
    };
    walkXml(text, {
      begin(element) {
        if (!['chapter', 'section', 'diag'].includes(element.name)) return;
        places.push(place);
        place = element.name === 'section' ? (element.attributes.id ?? '') : '';
      },
      end(element, path, line) {
        const above = path.at(-2);
        if (element.name === 'version') version = element.text;
        else if (element.name === 'name' && above?.name === 'diag') place = element.text;
        else if (element.name === 'desc' && above?.name === 'chapter') {
          const range = /\(([A-Z][0-9A-Z]{2}-[A-Z][0-9A-Z]{2})\)$/.exec(element.text);
          if (!range) throw new Refusal(`the chapter ${element.text.slice(0, 40)} does not say its codes`, line);
          place = range[1];
          chapters++;
        } else if (element.name === 'extension') add('seventh character', `${element.attributes.char ?? ''}: ${element.text}`);
        else if (element.name === 'note') {
          const kind = KINDS.get(above?.name ?? '');
          if (kind) add(kind, element.text);
        } else if (['chapter', 'section', 'diag'].includes(element.name)) {
          if (element.name === 'diag' && !/^[A-Z][0-9A-Z]{2}(\.[0-9A-Z]{1,4})?$/.test(place)) {
            throw new Refusal(`${place.slice(0, 20) || 'an entry without a code'} is not a code of this set`, line);
          }
          place = places.pop() ?? '';
        }
      },
    });
    if (chapters < LAST_CHAPTER) throw new Refusal(`has ${chapters} chapters: the file is cut off`);
    if (found.size === 0) throw new Refusal('has no notes');
    const rows = [...found].map(([code, more]): Row => ({ code: keyOf(code), title: '', billable: false, more }));
    return [
      {
        set: 'icd-10-cm',
        layer: 'notes',
        title: 'ICD-10-CM notes of the tabular list',
        publisher: 'NCHS',
        licence: 'Public domain',
        ...fiscalYear([`${version}`, ...names], edition),
        rows,
      },
    ];
  },
};
