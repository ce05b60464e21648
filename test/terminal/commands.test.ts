// The commands, their options, and how each of them fails: plain sentences on stderr, the right status, nothing on stdout.
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { TODAY, cleanUp, edit, files, folder, json, program, samplePractice, superbill, text, write } from './kit';

suite('superbill', function () {
  teardown(cleanUp);

  test('the built program says what its commands say here, and ends as they do', async () => {
    const [there, here] = [samplePractice(), samplePractice()];
    const day = ['--as-of', TODAY];
    const lines: string[][] = [
      [],
      ['check', ...day],
      ['check', 'nowhere'],
      ['fix', '.', ...day],
      ['format', '--check', '.'],
      ['codes', 'knee', ...day],
      ['codes', 'list', '--format', 'json'],
      ['explain', 'E11.65', ...day],
      ['claim', 'encounters', ...day],
      ['submit', 'E1001', 'E1002', ...day],
      ['receive'],
      ['explain', path.join('responses', 'training', 'E1001-1.835')],
      ['status', '--format', 'json', 'E1001', 'E7', ...day],
    ];
    // A minute may end between the two.
    const timeless = ({ out, err, status }: Awaited<ReturnType<typeof program>>) => [out.replace(/ \d\d:\d\d"/g, ' HH:MM"'), err, status];
    for (const line of lines)
      assert.deepEqual(timeless(await program(there, ...line)), timeless(await superbill(here, ...line)), line.join(' '));
  });

  test('without a command, with help, with a version', async () => {
    const at = folder();
    const none = await superbill(at);
    assert.deepEqual([none.out, none.status], ['', 2]);
    assert.match(none.err, /superbill check/);
    for (const args of [['help'], ['--help'], ['-h'], ['check', '--help']]) {
      const { out, err, status } = await superbill(at, ...args);
      assert.deepEqual([err, status], ['', 0], args.join(' '));
      for (const command of ['check', 'fix', 'format', 'claim', 'codes', 'explain', 'submit', 'receive', 'status', 'lsp'])
        assert.match(out, new RegExp(`superbill ${command}`));
    }
    const { version } = JSON.parse(text(process.cwd(), 'package.json')) as { version: string };
    for (const word of ['version', '--version', '-v']) assert.equal((await superbill(at, word)).out, `superbill ${version}\n`);
  });

  test('unknown commands and options, values that are missing or wrong', async () => {
    const at = samplePractice();
    const failures: [string[], string][] = [
      [['bill'], 'There is no command bill. See superbill help.'],
      [['constructor'], 'There is no command constructor. See superbill help.'],
      [['check', '--colour'], 'There is no option --colour. See superbill help.'],
      [['check', '-x'], 'There is no option -x. See superbill help.'],
      [['check', '--out', 'x'], 'superbill check has no option --out. See superbill help.'],
      [['status', '--severity', 'error'], 'superbill status has no option --severity. See superbill help.'],
      [['check', '--format'], '--format needs a value. See superbill help.'],
      [['claim', 'E1001', '--out', ''], '--out needs a value. See superbill help.'],
      [['receive', '--from='], '--from needs a value. See superbill help.'],
      [['check', ''], 'A name given to superbill check is empty.'],
      [['explain', ' '], 'A name given to superbill explain is empty.'],
      [['codes', ''], 'A name given to superbill codes is empty.'],
      [['check', '--', '-x'], 'There is no file or folder -x.'],
      [['check', '--format', 'xml'], '--format is text, json, sarif; not xml.'],
      [['check', '--severity', 'fatal'], '--severity is error, warning, information, hint; not fatal.'],
      [['check', '--as-of', '2026-13-40'], '--as-of takes a date such as 2026-11-02, not 2026-13-40.'],
      [['format', '--check=yes', 'x'], '--check stands alone: it takes no value.'],
      [['format'], 'Say which files or folders: superbill format PATH…'],
      [['fix'], 'Say which files or folders: superbill fix PATH…'],
      [['fix', 'nowhere'], 'There is no file or folder nowhere.'],
      [['codes'], 'Say what to look for: superbill codes QUERY'],
      [['codes', 'knee', '--limit', '0'], '--limit takes a number from 1 to 99999, not 0.'],
      [['codes', 'knee', '--limit', 'many'], '--limit takes a number from 1 to 99999, not many.'],
      [['explain'], 'Say what to explain: superbill explain CODE|TERM|FILE'],
      [['submit'], 'Say which encounters or claim files: superbill submit ENCOUNTER…|CLAIMFILE…'],
      [['receive', 'E1001'], 'superbill receive takes no names: E1001.'],
    ];
    for (const [args, sentence] of failures)
      assert.deepEqual(await superbill(at, ...args), { out: '', err: `${sentence}\n`, status: 2 }, args.join(' '));
  });

  test('what is not built yet says so, and what to do instead', async () => {
    const at = samplePractice();
    for (const args of [['aging'], ['worklist'], ['statement', 'DOE-JANE']]) {
      const { err, status } = await superbill(at, ...args);
      assert.match(err, /not available yet; superbill status/);
      assert.equal(status, 2);
    }
  });

  test('fix applies what cannot change the bill, and nothing else', async () => {
    const at = samplePractice();
    edit(at, 'encounters/E1008.encounter', '  place ', '  Place:');
    const before = text(at, 'encounters/E1008.encounter');
    const { out, status } = await superbill(at, 'fix', 'encounters', '--as-of', TODAY);
    assert.deepEqual([out, status], ['encounters/E1008.encounter: fixed\n1 file changed\n', 0]);
    assert.equal(text(at, 'encounters/E1008.encounter'), before.replace('Place:', 'place'));
    const { findings } = await json<{ findings: { fixes: { safe: boolean }[] }[] }>(
      at,
      'check',
      'encounters/E1008.encounter',
      '--as-of',
      TODAY,
    );
    assert.deepEqual(
      findings.map((one) => one.fixes.some((fix) => fix.safe)),
      [false, false, false, false],
    );
    assert.equal((await superbill(at, 'fix', '.', '--as-of', TODAY)).out, '0 files changed\n');
  });

  test('format lays out; --check only says which', async () => {
    const at = samplePractice();
    assert.deepEqual(await superbill(at, 'format', '.', '--check'), { out: '0 files to format\n', err: '', status: 0 });
    edit(at, 'encounters/E1001.encounter', '  place      11', '\tPLACE 11');
    const messy = text(at, 'encounters/E1001.encounter');
    assert.deepEqual(await superbill(at, 'format', 'encounters', '--check'), {
      out: `${path.join('encounters', 'E1001.encounter')}: is not formatted\n1 file to format\n`,
      err: '',
      status: 1,
    });
    assert.equal(text(at, 'encounters/E1001.encounter'), messy);
    assert.deepEqual(await superbill(at, 'format', 'encounters'), {
      out: `${path.join('encounters', 'E1001.encounter')}: formatted\n1 file changed\n`,
      err: '',
      status: 0,
    });
    assert.match(text(at, 'encounters/E1001.encounter'), /^ {2}place {6}11$/m);
    assert.equal((await superbill(at, 'format', '--check', '.')).status, 0);
    assert.deepEqual(
      files(at, 'encounters').filter((name) => !name.endsWith('.encounter')),
      [],
      'no drafts are left',
    );
  });

  test('X12 files are left alone by fix and format', async () => {
    const at = samplePractice();
    await superbill(at, 'claim', 'E1001', '--as-of', TODAY);
    const before = text(at, 'claims/E1001-1.837');
    await superbill(at, 'format', '.');
    await superbill(at, 'fix', '.');
    assert.equal(text(at, 'claims/E1001-1.837'), before);
  });

  test('codes finds, explains its order, and says when there is nothing', async () => {
    const at = folder();
    interface Results {
      results: { set: string; edition: string; code: string; title: string; billable: boolean; score: number }[];
    }
    const { results, exit } = await json<Results>(at, 'codes', 'type 2 diabetes hyperglycemia', '--limit', '5', '--as-of', TODAY);
    assert.equal(exit, 0);
    assert.ok(results.length > 0 && results.length <= 5);
    assert.equal(results[0].code, 'E11.65');
    for (const one of results) assert.deepEqual(Object.keys(one), ['set', 'edition', 'code', 'title', 'billable', 'score']);
    for (const [i, one] of results.entries()) assert.ok(i === 0 || one.score <= results[i - 1].score);
    assert.ok((await json<Results>(at, 'codes', 'wheelchair', '--set', 'hcpcs')).results.every((one) => one.set === 'hcpcs'));
    const nothing = await superbill(at, 'codes', 'qqqqzzzz');
    assert.deepEqual(nothing, { out: 'Nothing found for “qqqqzzzz”.\n', err: '', status: 1 });
    const strange = await superbill(at, 'codes', 'knee', '--set', 'icd-9');
    assert.match(strange.err, /^There is no code set icd-9\. There are: /);
    assert.equal(strange.status, 2);
  });

  test('codes list, import and remove', async () => {
    const at = folder();
    const { editions } = await json<{
      editions: { id: string; edition: string; effective: { from: string }; count: number; source: string; sha256: string }[];
    }>(at, 'codes', 'list');
    assert.ok(editions.some((one) => one.id === 'icd-10-cm' && one.count >= 3000 && /^[0-9a-f]{64}$/.test(one.sha256)));
    const { out } = await superbill(at, 'codes', 'list');
    assert.match(out, /^SET +EDITION +IN FORCE +CODES +SHA-256 +SOURCE\n/);
    assert.match(out, /^place-of-service +\S+ +any day +\d+ +[0-9a-f]{12} {2}Written for this project/m);
    assert.match((await superbill(at, 'codes', 'import')).err, /^Say which file: /);
    assert.match((await superbill(at, 'codes', 'import', 'nowhere.zip')).err, /^nowhere\.zip could not be read: it is not there\.\n$/);
    write(at, 'cut.txt', 'nothing that is known\n');
    const refused = await superbill(at, 'codes', 'import', 'cut.txt');
    assert.equal(refused.status, 1);
    assert.match(refused.err, /^Not imported: /);
    assert.equal((await superbill(at, 'codes', 'remove', 'icd-10-cm', 'FY1999')).status, 2);
  });

  test('explain tells a code, a term and an abbreviation; what is not known has the nearest word', async () => {
    const at = samplePractice();
    for (const [query, expected] of [
      ['E11.65', /hyperglycemia/i],
      ['cholecystectomy', /gallbladder/i],
      ['SOB', /breath/i],
      ['CO-16', /./],
      ['N265', /./],
    ] as const) {
      const { out, status } = await superbill(at, 'explain', query, '--as-of', TODAY);
      assert.match(out, expected, query);
      assert.equal(status, 0, query);
    }
    const { explanations } = await json<{ explanations: unknown[] }>(at, 'explain', 'HTN');
    assert.ok(explanations.length > 0);
    const unknown = await superbill(at, 'explain', 'cholecystectmy');
    assert.match(unknown.out, /is not known here\. Did you mean .*cholecystectomy/);
    assert.equal(unknown.status, 1);
  });

  test('outside of a practice, neither a code nor a claim file has the documents around it read', async () => {
    const at = folder(),
      practice = samplePractice();
    assert.equal((await superbill(practice, 'claim', 'E1001', '--out', path.join(at, 'one.837'))).status, 0);
    // Whoever reads it says that it cannot be read.
    symlinkSync('nowhere', path.join(at, 'gone.encounter'));
    for (const args of [
      ['explain', 'cholecystectomy'],
      ['explain', 'one.837'],
      ['check', 'one.837'],
      ['ack', 'one.837'],
    ]) {
      const { status, err } = await superbill(at, ...args);
      assert.equal(status, 0, err);
      assert.doesNotMatch(err, /gone/, args.join(' '));
    }
    assert.match((await superbill(at, 'check')).err, /gone\.encounter could not be read/);
  });
});
