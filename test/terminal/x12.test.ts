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
    assert.match(other.err, /^notes\.txt is not an X12 file: it does not begin with ISA\.\n$/);
  });
});
