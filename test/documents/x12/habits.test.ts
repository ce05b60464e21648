// What guides' examples and other programs do without harm is no error: old envelopes around new transactions, layout, odd delimiters.
import assert from 'node:assert/strict';
import { frameX12, told } from '../../rules/x12/kit';
import { ATTACHMENT_FILE } from '../../syntax/x12/samples';
import { OTHER_FILES, late } from './other-mutants';

const files: Readonly<Record<string, string>> = {
  ...OTHER_FILES,
  '835': frameX12('835'),
  '277CA': frameX12('277CA'),
  '837P': frameX12('837P'),
  '837I': frameX12('837I'),
  '837D': frameX12('837D'),
  '275': late(ATTACHMENT_FILE),
};

/** What a habit makes of a file. */
const HABITS: Readonly<Record<string, (text: string) => string>> = {
  // The examples of the guides stand in one envelope for all years.
  'the envelope of another century': (text) =>
    text.replace(/(ISA(?:\*[^*]*){8}\*)\d{6}/, '$1030101').replace(/(GS(?:\*[^*~]*){3}\*)\d{8}/, '$119991231'),
  'dots instead of blanks in the interchange': (text) =>
    text.replace(/^ISA.{102}/, (head) => head.replaceAll(/ +(?=\*)/g, (blanks) => '.'.repeat(blanks.length))),
  'a segment a line, each indented': (text) => text.replaceAll('~\n', '~\r\n   '),
  'all in one line': (text) => text.replaceAll('~\n', '~'),
  'line feeds as terminators': (text) => text.replaceAll('~\n', '\n'),
  'other delimiters': (text) => text.replaceAll(/[*:~^]/g, (sign) => ({ '*': '|', ':': '>', '~': "'", '^': '!' })[sign] ?? sign),
  'blank lines before and behind': (text) => `\n\n${text}\n\n\n`,
  'a byte order mark': (text) => `\ufeff${text}`,
  production: (text) => text.replace(/\*T\*(.)~/, '*P*$1~'),
};

suite('x12: habits that are no fault', () => {
  for (const [habit, change] of Object.entries(HABITS)) {
    test(habit, () => {
      for (const [name, text] of Object.entries(files)) {
        // A colon in data is no delimiter elsewhere.
        if (habit === 'other delimiters' && name === '275') continue;
        assert.deepEqual(told(change(text), ['error']), [], name);
      }
    });
  }
});
