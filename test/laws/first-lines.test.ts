// Laws about files: each says in its first line what it is for; no test stands outside of a suite or is switched off in silence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sources } from './sources';

const all = [...sources(['client', 'server', 'codesets', 'test']), { file: 'esbuild.mjs', text: readFileSync('esbuild.mjs', 'utf8') }];

suite('laws: files', () => {
  test('the first line says what a file is for', () =>
    assert.deepEqual(
      all.filter(({ text }) => !/^(#!.*\n)?\/\/ \S.{8,}/.test(text)).map(({ file }) => file),
      [],
    ));

  test('names are small letters with hyphens', () =>
    assert.deepEqual(
      all.filter(({ file }) => !/^[a-z0-9-]+(\.(test|bench|d))?\.(ts|mts|mjs)$/.test(file.split('/').at(-1) ?? '')).map(({ file }) => file),
      [],
    ));

  test('no switched-off checks', () => {
    const marks = [
      /\b(test|suite|it|describe)\.only\(/,
      /@ts-(ignore|nocheck)/,
      /\bas any\b|: any\b|<any>/,
      new RegExp(['TO', 'DO'].join('')),
      new RegExp(['FIX', 'ME'].join('')),
    ];
    assert.deepEqual(
      all
        .filter(({ file }) => file !== 'test/laws/first-lines.test.ts')
        .flatMap(({ file, text }) => marks.filter((mark) => mark.test(withoutComments(text))).map((mark) => `${file}: ${mark.source}`)),
      [],
    );
  });

  test('an error that is caught is dealt with, or it is said why not', () =>
    assert.deepEqual(
      all.filter(({ text }) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(text)).map(({ file }) => file),
      [],
    ));

  test('a test that is skipped says why', () =>
    assert.deepEqual(
      all
        .filter(({ file, text }) => file.endsWith('.test.ts') && text.includes('this.skip()') && !/skipped: |whyNo|noCorpus|why/.test(text))
        .map(({ file }) => file),
      [],
    ));

  // A room's kit may open the suite for its tests.
  test('every test file has a suite', () =>
    assert.deepEqual(
      all
        .filter(({ file, text }) => /\.test\.(ts|mjs)$/.test(file) && !/^\s*(suite|editorSuite|checkExamples)\(/m.test(text))
        .map(({ file }) => file),
      [],
    ));

  test('no sleeps in tests', () =>
    assert.deepEqual(
      all
        .filter(({ file, text }) => /^test\/(?!editor\/|run\.mjs|reporter\.mjs)/.test(file) && /setTimeout\(/.test(text))
        .map(({ file }) => file),
      [],
    ));
});

/** What a machine reads. */
function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\/.*$|\/\*[\s\S]*?\*\//gm, '$1');
}
