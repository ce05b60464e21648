// superbill check on the sample practice and on files of every kind: what it prints, and how it ends.
import assert from 'node:assert/strict';
import path from 'node:path';
import { TODAY, cleanUp, edit, ended, files, folder, json, samplePractice, start, superbill, text, write } from './kit';

interface Report {
  readonly findings: readonly Found[];
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}
interface Found {
  readonly file: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly paper: string;
  readonly transaction: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** What the comments `# wrong: severity rule` announce for the first line below them that is no comment. */
function announced(name: string, content: string): string[] {
  const found: string[] = [];
  let waiting: string[] = [];
  content.split('\n').forEach((line, i) => {
    const wrong = /^\s*# wrong: (\S+) (\S+)/.exec(line);
    if (wrong) waiting.push(`${wrong[1]} ${wrong[2]}`);
    else if (!/^\s*#/.test(line)) {
      for (const one of waiting) found.push(`${name}:${i + 1} ${one}`);
      waiting = [];
    }
  });
  return found;
}

suite('superbill check', function () {
  teardown(cleanUp);

  test('what a file says does not steer the screen, and stands in JSON as it is', async () => {
    const at = folder();
    write(at, 'x.encounter', 'encounter E1\n  \u001b]0;title\u0007\u009b31mred  x\n');
    const { out } = await superbill(at, 'check');
    assert.match(out, /“\\u001b\]0;title\\u0007\\u009b31mred” is not understood here/);
    assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(out));
    const { findings } = await json<Report>(at, 'check');
    assert.ok(findings.some(({ message }) => message.startsWith('“\u001b]0;title\u0007\u009b31mred”')));
  });

  test('the sample practice has exactly the findings that its comments announce', async () => {
    const at = path.dirname(samplePractice());
    const report = await json<Report>(at, 'check', 'practice', '--as-of', TODAY);
    const documents = files(at, 'practice').filter((name) => /\.(practice|patient|encounter|payer)$/.test(name));
    const expected = documents.flatMap((name) => announced(name, text(at, name)));
    assert.deepEqual(
      report.findings.map((one) => `${one.file}:${one.range.start.line} ${one.severity} ${one.rule}`).sort(),
      expected.sort(),
    );
    assert.ok(expected.length >= 12, 'the wrong ones show something');
    assert.ok(
      documents.filter((name) => name.includes('encounters') && !expected.some((one) => one.startsWith(name))).length >= 9,
      'and most are clean',
    );
    assert.equal(report.files, documents.length);
    assert.equal(report.exit, 1);
  });

  test('JSON has the fields that are promised, counts from 1 and points at the word', async () => {
    const at = samplePractice();
    const report = await json<Report>(at, 'check', 'encounters/E1008.encounter', '--as-of', TODAY);
    assert.deepEqual(
      Object.keys(report).filter((key) => key !== 'exit'),
      ['findings', 'files', 'errors', 'warnings'],
    );
    for (const one of report.findings) {
      assert.deepEqual(Object.keys(one), ['file', 'range', 'severity', 'rule', 'message', 'paper', 'transaction', 'fixes']);
      assert.match(one.severity, /^(error|warning|information|hint)$/);
      assert.match(one.rule, /^[a-z0-9]+\/[a-z0-9-]+$/);
      assert.deepEqual(Object.keys(one.range), ['start', 'end']);
      for (const fix of one.fixes) assert.deepEqual(Object.keys(fix), ['title', 'safe']);
    }
    const lines = text(at, 'encounters/E1008.encounter').split('\n');
    const words = report.findings.map(({ range: { start, end } }) => lines[start.line - 1].slice(start.column - 1, end.column - 1));
    assert.deepEqual(words, ['M17.1', 'S52.501', 'I10', 'Sugar']);
    assert.deepEqual([report.files, report.errors, report.warnings], [1, 3, 0]);
    const sugar = report.findings[3];
    assert.deepEqual([sugar.paper, sugar.fixes.map((one) => one.safe)], ['21', [false]]);
  });

  test('text names file, line and column, box and element, and ends with the sum', async () => {
    const { out, err, status } = await superbill(samplePractice(), 'check', 'encounters', '--as-of', TODAY);
    assert.match(
      out,
      /^encounters\/E1009\.encounter:14:16: error: There is no diagnosis B \(box 24E · 2400 SV107\) \[service\/unknown-pointer\]$/m,
    );
    assert.match(out, /\n14 files, 12 errors, 1 warning, 1 note\n$/);
    assert.deepEqual([err, status], ['', 1]);
  });

  test('SARIF names every rule once and places every result', async () => {
    const { out, status } = await superbill(samplePractice(), 'check', '--format', 'sarif', '--as-of', TODAY);
    interface Sarif {
      version: string;
      runs: {
        tool: { driver: { name: string; rules: { id: string }[] } };
        results: {
          ruleId: string;
          level: string;
          message: { text: string };
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
        }[];
      }[];
    }
    const {
      version,
      runs: [run],
    } = JSON.parse(out) as Sarif;
    assert.equal(version, '2.1.0');
    assert.equal(run.tool.driver.name, 'superbill');
    const ids = run.tool.driver.rules.map((one) => one.id);
    assert.deepEqual([...new Set(ids)], ids);
    assert.equal(run.results.length, 14);
    for (const one of run.results) {
      assert.ok(ids.includes(one.ruleId));
      assert.match(one.level, /^(error|warning|note)$/);
      const { artifactLocation, region } = one.locations[0].physicalLocation;
      assert.match(artifactLocation.uri, /^encounters\/E10\d\d\.encounter$/);
      for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn']) assert.ok(region[key] >= 1);
    }
    assert.equal(status, 1);
  });

  test('--severity leaves out what matters less, also for the exit status', async () => {
    const at = samplePractice();
    const only = async (severity: string, ...paths: string[]) => {
      const report = await json<Report>(at, 'check', ...paths, '--severity', severity, '--as-of', TODAY);
      return [new Set(report.findings.map((one) => one.severity)).size, report.findings.length, report.exit];
    };
    assert.deepEqual(await only('error'), [1, 12, 1]);
    assert.deepEqual(await only('warning'), [2, 13, 1]);
    assert.deepEqual(await only('hint'), [3, 14, 1]);
    edit(at, 'encounters/E1001.encounter', 'Unilateral primary osteoarthritis, right knee', 'OA knee');
    assert.deepEqual(await only('error', 'encounters/E1001.encounter'), [0, 0, 0]);
    assert.deepEqual(await only('hint', 'encounters/E1001.encounter'), [1, 1, 1]);
  });

  test('--as-of stands for today', async () => {
    const at = samplePractice();
    const rules = async (day: string) =>
      (await json<Report>(at, 'check', 'encounters/E1001.encounter', '--as-of', day)).findings.map((one) => one.rule);
    assert.deepEqual(await rules('2026-11-21'), []);
    assert.ok((await rules('2026-11-01')).includes('claim/invalid-date'));
    assert.ok((await rules('2027-11-21')).includes('payer/expired-timely-filing'));
    assert.deepEqual(await rules('11/21/2026'), []);
  });

  test('clean files end with 0', async () => {
    const { out, status } = await superbill(samplePractice(), 'check', 'encounters/E1001.encounter', 'patients', '--as-of', TODAY);
    assert.deepEqual([out, status], ['5 files, 0 errors, 0 warnings\n', 0]);
  });

  test('files are judged by their own practice, wherever the person stands', async () => {
    const at = folder();
    const first = samplePractice(),
      second = samplePractice();
    const { findings, exit } = await json<Report>(
      at,
      'check',
      path.join(first, 'encounters/E1001.encounter'),
      path.join(second, 'encounters/E1001.encounter'),
      '--as-of',
      TODAY,
    );
    assert.deepEqual([findings, exit], [[], 0]);
  });

  test('two practices below one folder do not mix', async () => {
    const at = folder();
    const town = 'practice A\n  name  A\npatient P\n  name  Doe, Jane\nencounter E1\n  patient  P\n';
    write(at, 'north/a.practice', town);
    write(at, 'south/b.practice', town.replace('practice A', 'practice B'));
    const { findings } = await json<Report>(at, 'check', '.', '--as-of', TODAY);
    assert.deepEqual(
      findings.filter((one) => /duplicate-id|missing-practice|unknown-reference/.test(one.rule)),
      [],
    );
  });

  test('payers or fees in a folder of their own still belong to the practice above', async () => {
    const at = samplePractice();
    const all = text(at, 'front-desk.practice');
    const split = all.indexOf('payer AETNA');
    write(at, 'front-desk.practice', all.slice(0, split));
    write(at, 'payers/payers.practice', all.slice(split));
    const { findings } = await json<Report>(at, 'check', 'encounters/E1001.encounter', 'payers', '--as-of', TODAY);
    assert.deepEqual(findings, []);
  });

  test('the practice may lie in a folder beside, when the folder above is named', async () => {
    const sample = samplePractice(),
      at = folder();
    for (const name of files(sample, '.')) write(at, name.endsWith('.practice') ? `office/${name}` : name, text(sample, name));
    const { findings } = await json<Report>(at, 'check', 'encounters/E1001.encounter', '--as-of', TODAY);
    assert.deepEqual(findings, []);
  });

  test('a document outside of any practice is judged by itself', async () => {
    const at = folder();
    write(at, 'far/away.encounter', 'encounter E1\n  patient  NOBODY\n');
    const report = await json<Report>(at, 'check', 'far/away.encounter', '--as-of', TODAY);
    assert.ok(report.findings.some((one) => one.rule === 'document/unknown-reference'));
    assert.equal(report.exit, 1);
  });

  test('a reader that goes away is no fault', async () => {
    const child = start(samplePractice(), ['check', '--format', 'json', '--as-of', TODAY]);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { err, status } = await ended(child);
    assert.equal(err, '');
    assert.ok(status === 0 || status === 1, `ended with ${status}`);
  });
});

suite('superbill check: what cannot be read', function () {
  teardown(cleanUp);

  test('a file that is not there', async () => {
    const { out, err, status } = await superbill(samplePractice(), 'check', 'nowhere.encounter');
    assert.deepEqual([out, err, status], ['', 'There is no file or folder nowhere.encounter.\n', 2]);
  });

  test('a way that leads through a file', async () => {
    const { err, status } = await superbill(samplePractice(), 'check', 'front-desk.practice/x');
    assert.deepEqual([err, status], ['There is no file or folder front-desk.practice/x.\n', 2]);
  });

  test('a file that is neither document nor X12', async () => {
    const at = samplePractice();
    write(at, 'letter.txt', 'Dear Sir');
    const { err, status } = await superbill(at, 'check', 'letter.txt');
    assert.match(err, /^letter\.txt is neither a superbill document .* nor an X12 file\.\n$/);
    assert.equal(status, 2);
    const more = await superbill(at, 'check', 'letter.txt', 'encounters/E1008.encounter');
    assert.deepEqual([more.err, more.status], [err, 2]);
    assert.match(more.out, /^encounters\/E1008\.encounter:/);
  });

  test('one file that may not be opened does not keep the others from being checked', async function () {
    const at = samplePractice();
    // A link in a circle can be opened by nobody, not even by root.
    const { symlinkSync } = await import('node:fs');
    try {
      symlinkSync('circle.encounter', path.join(at, 'encounters', 'circle.encounter'));
    } catch {
      console.log('skipped: links cannot be made here');
      this.skip();
    }
    const { out, err, status } = await superbill(at, 'check', 'encounters', '--as-of', TODAY);
    assert.match(err, /^encounters\/circle\.encounter could not be read: its link leads in a circle\.$/m);
    assert.match(out, /\n14 files, 12 errors/);
    assert.equal(status, 2);
  });

  test('a folder without documents says so', async () => {
    const { out, err, status } = await superbill(folder(), 'check');
    assert.deepEqual([out, err, status], ['0 files, 0 errors, 0 warnings\n', 'There is no superbill document and no X12 file here.\n', 0]);
  });

  test('a folder that is named like a document is a folder', async () => {
    const at = samplePractice();
    write(at, 'old.encounter/E1.encounter', 'encounter E77\n');
    const report = await json<Report>(at, 'check', 'old.encounter', '--as-of', TODAY);
    assert.equal(report.files, 1);
    assert.equal(report.exit, 1);
  });
});
