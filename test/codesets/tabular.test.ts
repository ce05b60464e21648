// The tabular list: every kind of note comes with its code, notes above a code hold for it, and a wrong file is refused.
import assert from 'node:assert/strict';
import { unpackFiles } from '../../codesets/archive';
import { importRelease } from '../../codesets/importers';
import { openCodeSets } from '../../codesets/open';
import { NOTE_KINDS } from '../../codesets/notes';
import { officialArchive, whyNoOfficial } from './official';
import { starterEditions } from './starter-sets';

const origin = { source: 'a file', retrieved: '2026-11-21', sha256: 'ab' };
const chapters = (inside: string): string => `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2027</version>
${Array.from({ length: 20 }, (_, index) => `<chapter><name>${index}</name><desc>Other (X${index + 10}-Y${index + 10})</desc></chapter>`).join('\n')}
<chapter><name>21</name><desc>Endocrine diseases (E00-E89)</desc>
<excludes1><note>transitory disorders of the newborn (P70-P74)</note></excludes1>
<section id="E08-E13"><desc>Diabetes</desc>${inside}</section></chapter></ICD10CM.tabular>`;
const diabetes = `<diag><name>E11</name><desc>Type 2</desc>
  <includes><note>diabetes NOS</note><note>  insulin
     resistant </note></includes>
  <codeFirst><note>first</note></codeFirst><useAdditionalCode><note>insulin (Z79.4)</note></useAdditionalCode>
  <codeAlso><note>also</note></codeAlso><excludes2><note>two &amp; more</note></excludes2><notes><note>a note</note></notes>
  <inclusionTerm><note>only here</note></inclusionTerm>
  <sevenChrNote><note>Add one of</note></sevenChrNote><sevenChrDef><extension char="A">initial</extension></sevenChrDef>
  <diag><name>E11.6</name><desc>x</desc><diag><name>E11.65</name><desc>x</desc>
  <inclusionTerm><note>Type 2, out of control</note></inclusionTerm></diag></diag></diag>`;

function importText(text: string): ReturnType<typeof importRelease> {
  return importRelease([{ name: 'tabular.xml', bytes: new TextEncoder().encode(text) }], origin);
}

function refused(text: string, reason: RegExp): void {
  const result = importText(text);
  assert.match(typeof result === 'string' ? result : 'was not refused', reason);
}

suite('tabular list', () => {
  test('notes of every kind, at the code and above it', () => {
    const result = importText(chapters(diabetes));
    assert.ok(typeof result !== 'string', String(result));
    assert.equal(result[0].manifest.layer, 'notes');
    assert.deepEqual([result[0].manifest.edition, result[0].manifest.effective.from], ['FY2027', '2026-10-01']);
    const sets = openCodeSets([...starterEditions(), ...result.map(({ manifest, bytes }) => ({ manifest, open: () => bytes }))]);
    const notes = sets.notes('icd-10-cm', 'E11.65', '2026-11-02').map(({ kind, at, lines }) => `${at} ${kind}: ${lines.join(' | ')}`);
    assert.deepEqual(notes, [
      'E11.65 inclusion terms: Type 2, out of control',
      'E11 note: a note',
      'E11 includes: diabetes NOS | insulin resistant',
      'E11 code first: first',
      'E11 use additional code: insulin (Z79.4)',
      'E11 code also: also',
      'E11 excludes 2: two & more',
      'E11 seventh character: Add one of | A: initial',
      'E00-E89 excludes 1: transitory disorders of the newborn (P70-P74)',
    ]);
    assert.equal(
      sets.notes('icd-10-cm', 'E11', '2026-11-02').some(({ kind }) => kind === 'inclusion terms'),
      true,
    );
    // Notes are no codes: the look-up is as it was.
    const found = sets.find('icd-10-cm', 'E11', '2026-11-02');
    assert.equal(found.status === 'active' && found.entry.title, 'Type 2 diabetes mellitus');
  });
  test('without imported notes there are none', () => {
    assert.deepEqual(openCodeSets(starterEditions()).notes('icd-10-cm', 'E11.65', '2026-11-02'), []);
  });
  test('what is wrong is refused with line and reason', () => {
    const whole = chapters(diabetes);
    refused(whole.replace('</codeFirst>', '</codefirst>'), /tabular.xml: line 28: is not well-formed XML/);
    refused(whole.slice(0, -30), /line \d+: is not well-formed XML/);
    refused(whole.replace('<name>E11.6</name>', '<name>E11/6</name>'), /E11\/6 is not a code of this set/);
    refused(whole.replace(/<chapter><name>3<.*\n/, ''), /has 20 chapters: the file is cut off/);
    refused(whole.replace('(E00-E89)', ''), /the chapter Endocrine diseases does not say its codes/);
  });
  test('no text makes it fall over', () => {
    const whole = chapters(diabetes);
    for (let cut = 60; cut < whole.length; cut += 31) {
      importText(whole.slice(0, cut) + whole.slice(cut + 7));
      importText(whole.slice(0, cut) + '<note>'.repeat(cut % 300) + whole.slice(cut));
    }
  });
  const why = whyNoOfficial();
  (why ? test.skip : test)(`the official list has notes of all kinds${why ? ` (${why})` : ''}`, async function () {
    const files = await unpackFiles([officialArchive('icd10cm/fy2021-tabular.zip')]);
    const result = importRelease(files, origin);
    assert.ok(typeof result !== 'string', String(result));
    assert.ok(result[0].manifest.count > 9000);
    assert.deepEqual([...result[0].manifest.columns].slice(2).sort(), [...NOTE_KINDS].sort());
    const sets = openCodeSets([...starterEditions(), ...result.map(({ manifest, bytes }) => ({ manifest, open: () => bytes }))]);
    const notes = sets.notes('icd-10-cm', 'S52.501A', '2026-11-02');
    assert.ok(
      notes.some(
        ({ kind, at, lines }) => kind === 'seventh character' && at === 'S52' && lines.includes('A: initial encounter for closed fracture'),
      ),
    );
    assert.ok(notes.some(({ kind, lines }) => kind === 'excludes 1' && lines.includes('traumatic amputation of forearm (S58.-)')));
  });
});
