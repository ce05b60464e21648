// Sentences as they are dictated, of all specialties: how many give the codes that a coder would choose, and no other.
import assert from 'node:assert/strict';
import { findCodes } from '../../../server/features/note/find-codes';
import { codeSets } from '../../kit/code-sets';
import eighth from './eighth-dictated-notes.tsv';
import first from './dictated-notes.tsv';
import fifth from './fifth-dictated-notes.tsv';
import fourth from './fourth-dictated-notes.tsv';
import seventh from './seventh-dictated-notes.tsv';
import sixth from './sixth-dictated-notes.tsv';
import ninth from './ninth-dictated-notes.tsv';
import second from './second-dictated-notes.tsv';
import tenth from './tenth-dictated-notes.tsv';
import third from './third-dictated-notes.tsv';

/** A sentence with its codes: `A|B` either, `E11.*` any that begins so, `S83.*2A` any of that form, `(R05.9)` may be there or not. */
interface Dictated {
  readonly text: string;
  readonly codes: readonly string[];
}

const read = (list: string): readonly Dictated[] =>
  list
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [text, codes = ''] = line.split('\t');
      return { text: text.replaceAll('\\n', '\n'), codes: codes.split(' ').filter((code) => code !== '') };
    });
const fits = (code: string, accepted: string): boolean =>
  accepted
    .replace(/[()]/g, '')
    .split('|')
    .some((one) => {
      const [begin, end] = one.split('*');
      return end === undefined ? one === code : code.startsWith(begin) && code.endsWith(end);
    });

/** What is missing and what is too much; empty where the sentence was understood. */
function wrong({ text, codes }: Dictated): string {
  const found = findCodes(text, { start: 0, end: text.length }, '2026-11-02', codeSets()).candidates.map((one) => one.code);
  const missing = codes.filter((code) => !code.startsWith('(') && !found.some((one) => fits(one, code)));
  const extra = found.filter((one) => !codes.some((code) => fits(one, code)));
  return missing.length + extra.length === 0 ? '' : `${text} – missing ${missing.join(' ')}, too much ${extra.join(' ')}`;
}

suite('dictated notes', () => {
  // So many sentences were wrong at first sight; what they taught went into the reader afterwards.
  const lists = [
    { name: 'first list', list: first, firstSight: '30 of 100', mostWrong: 12 },
    { name: 'second list', list: second, firstSight: '37 of 100', mostWrong: 13 },
    { name: 'third list', list: third, firstSight: '18 of 60', mostWrong: 1 },
    { name: 'fourth list', list: fourth, firstSight: '20 of 60', mostWrong: 3 },
    { name: 'fifth list', list: fifth, firstSight: '19 of 60', mostWrong: 7 },
    { name: 'sixth list', list: sixth, firstSight: '24 of 60', mostWrong: 8 },
    { name: 'seventh list', list: seventh, firstSight: '13 of 60', mostWrong: 6 },
    { name: 'eighth list', list: eighth, firstSight: '15 of 60', mostWrong: 10 },
    { name: 'ninth list', list: ninth, firstSight: '23 of 60', mostWrong: 4 },
    { name: 'tenth list', list: tenth, firstSight: '19 of 60', mostWrong: 8 },
  ];
  for (const { name, list, firstSight, mostWrong } of lists) {
    const sentences = read(list);
    test(`${name}: at most ${mostWrong} of ${sentences.length} sentences do not give their codes and no other (at first sight ${firstSight})`, () => {
      const faults = sentences.map(wrong).filter((fault) => fault !== '');
      assert.ok(sentences.length >= 60 && faults.length <= mostWrong, `${faults.length} of ${sentences.length}\n${faults.join('\n')}`);
    });
  }

  test('a wrong sentence is seen', () => {
    assert.equal(wrong({ text: 'Gout.', codes: ['M10.9'] }), '');
    assert.match(wrong({ text: 'Gout.', codes: ['I10'] }), /missing I10, too much M10\.9/);
    assert.equal(wrong({ text: 'Gout.', codes: ['I10|M10.*', '(I10)'] }), '');
  });
});
