// X12 files at a terminal: superbill explain FILE tells what they say.
import assert from 'node:assert/strict';
import { ACKNOWLEDGEMENT_FILE, REMITTANCE_FILE } from '../syntax/x12/valid-files';
import { cleanUp, folder, samplePractice, superbill, write } from './kit';

suite('superbill explain FILE', function () {
  teardown(cleanUp);

  test('a remittance as a table', async () => {
    const at = samplePractice();
    write(at, 'answer.835', REMITTANCE_FILE);
    const { out, err, status } = await superbill(at, 'explain', 'answer.835');
    assert.deepEqual([err, status], ['', 0]);
    for (const words of ['Remittance from Training Payer', 'E1001', 'the patient owes it', 'Does it add up?'])
      assert.ok(out.includes(words), out);
    assert.ok(!out.includes('<'));
  });
  test('as JSON', async () => {
    const at = folder();
    write(at, 'answer.x12', ACKNOWLEDGEMENT_FILE);
    const { out, status } = await superbill(at, 'explain', 'answer.x12', '--format', 'json');
    const { report } = JSON.parse(out) as { report: { title: string; sections: { tone: string }[] } };
    assert.deepEqual([status, report.sections[0].tone], [0, 'bad']);
  });
  test('what is no X12 file is said', async () => {
    const at = samplePractice();
    write(at, 'notes.txt', 'nothing');
    const encounter = await superbill(at, 'explain', 'encounters/E1001.encounter');
    assert.deepEqual([encounter.out, encounter.status], ['', 2]);
    assert.match(encounter.err, /superbill check encounters\/E1001\.encounter tells what is wrong in it/);
    const other = await superbill(at, 'explain', 'notes.txt');
    assert.match(other.err, /^notes\.txt is not an X12 file: it does not begin with ISA, GS or ST\.\n$/);
    const whole = await superbill(at, 'explain', '.');
    assert.deepEqual([whole.out, whole.status], ['', 2]);
    assert.match(whole.err, /^\. is a folder: name a file in it to have it explained\. superbill check \. tells/);
  });
  test('an X12 file is known by what it says, whatever its name', async () => {
    const at = samplePractice();
    const bare = ACKNOWLEDGEMENT_FILE.slice(ACKNOWLEDGEMENT_FILE.indexOf('ST*'), ACKNOWLEDGEMENT_FILE.indexOf('GE*'));
    const texts: Record<string, string> = {
      'bare.txt': bare,
      'group.dat': ACKNOWLEDGEMENT_FILE.slice(ACKNOWLEDGEMENT_FILE.indexOf('GS*'), ACKNOWLEDGEMENT_FILE.indexOf('IEA*')),
      'marked.txt': `\ufeff${ACKNOWLEDGEMENT_FILE}`,
      'mail.txt': `Dear Ms Curie,\nthis came today:\n\n${ACKNOWLEDGEMENT_FILE}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      write(at, name, text);
      const { out, status } = await superbill(at, 'explain', name);
      assert.equal(status, 0, name);
      assert.match(out, /999|refus/i, name);
      assert.match((await superbill(at, 'check', name)).out, /1 file, /, name);
    }
    for (const words of ['Isa: she called today', 'GS-12-3 is her grade', "ST. 100. Johns'", 'ISAAC wrote']) {
      write(at, 'words.txt', words);
      assert.equal((await superbill(at, 'check', 'words.txt')).status, 2, words);
    }
  });
  test('a mark at the beginning of a large file is no sign of its text, whatever its encoding', async () => {
    const at = samplePractice();
    const [head, body] = [ACKNOWLEDGEMENT_FILE.slice(0, 106), ACKNOWLEDGEMENT_FILE.slice(106)];
    const text = `${head.replace('*T*', '*Q*')}${body}${'\n'.repeat(2_100_000)}`;
    const latin = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${text}\u00c9`, 'latin1')]);
    const files = { plain: text, marked: `\ufeff${text}`, wide: Buffer.from(`\ufeff${text}`, 'utf16le'), latin };
    const told: Record<string, string> = {};
    for (const [name, content] of Object.entries(files)) {
      write(at, `${name}.txt`, content);
      const { out } = await superbill(at, 'check', `${name}.txt`);
      told[name] = out.split('\n')[0].replace(name, '');
    }
    assert.match(told.plain, /^\.txt:1:\d+: error: ISA15/);
    for (const name of Object.keys(files)) assert.equal(told[name], told.plain, name);
  });
  test('a file in which nothing stands is an error', async () => {
    const at = samplePractice();
    const head = ACKNOWLEDGEMENT_FILE.slice(0, ACKNOWLEDGEMENT_FILE.indexOf('GS*'));
    const texts: Record<string, [string, RegExp]> = {
      'empty.837': ['', /^empty\.837:1:1: error: There is nothing in this file/m],
      'blank.837': [' \n\n', /error: There is nothing in this file/],
      'letter.837': ['Dear Ms Curie,\nhello', /^letter\.837:1:1: error: There is no transaction \(ST to SE\) in this file/m],
      'hollow.837': [`${head}IEA*0*${head.split('*')[13]}~`, /^hollow\.837:1:1: error: The interchange holds no group and no receipt/m],
    };
    for (const [name, [text, wanted]] of Object.entries(texts)) {
      write(at, name, text);
      const { out, status } = await superbill(at, 'check', name);
      assert.match(out, wanted);
      assert.equal(status, 1, name);
    }
  });
});
