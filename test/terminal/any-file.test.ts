// Any file whatever: findings or a clear sentence, in reasonable time, never a crash.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type Run, TODAY, cleanUp, ended, samplePractice, program, start, superbill, text, write } from './kit';

const ENDINGS = ['.encounter', '.patient', '.practice', '.payer', '.837', '.edi', ''];

/** No stack, no program's words. */
function assertCalm({ status, out, err }: Run, what: string): void {
  assert.ok(status === 0 || status === 1 || status === 2, `${what} ended with ${status}: ${err.slice(0, 500)}`);
  assert.doesNotMatch(out + err, /\n\s+at \S+ \(|TypeError|RangeError|Maximum call|heap|undefined|\[object/, what);
  if (status === 2) assert.match(err, /^[^\n]+\.\n/, `${what}: a sentence`);
}

/** The bytes of each kind under every ending, checked with the sample practice and by themselves, and laid out. */
async function survive(kinds: Readonly<Record<string, Uint8Array | string>>, endings = ENDINGS): Promise<void> {
  const at = samplePractice();
  const names = Object.entries(kinds).flatMap(([kind, bytes]) =>
    endings.map((ending) => {
      write(at, `odd/${kind}${ending}`, bytes);
      return `odd/${kind}${ending}`;
    }),
  );
  const before = names.map((name) => readFileSync(path.join(at, name)));
  assertCalm(await program(at, 'check', '.', '--format', 'json', '--as-of', TODAY), 'all');
  const documents = names.filter((name) => path.extname(name) !== '');
  const run = await superbill(at, 'check', ...documents, '--as-of', TODAY);
  assertCalm(run, documents.join(' '));
  assert.notEqual(run.status, 2, 'they can be read');
  for (const name of names.filter((one) => path.extname(one) === '')) assertCalm(await superbill(at, 'check', name), name);
  assertCalm(await superbill(at, 'format', 'odd', '--check'), 'format');
  names.forEach((name, i) => assert.ok(before[i].equals(readFileSync(path.join(at, name))), `${name} is as it was`));
}

/** Always the same bytes. */
function noise(length: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length }, () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16) & 255);
}

suite('any file', function () {
  teardown(cleanUp);

  test('empty, random bytes, NULs, half signs', () =>
    survive({
      empty: '',
      noise: noise(20_000),
      nul: new Uint8Array(5_000),
      half: Buffer.from('encounter E\ud800\n  patient \udfff\n  note\n    \ud83d x\n', 'utf16le'),
    }));

  test('CRLF, CR, BOM, tabs and Windows-1252 say the same as plain text', async () => {
    const at = samplePractice();
    const plain = text(at, 'encounters/E1008.encounter').replace('Sugar', 'Zucker für José');
    const variants: Record<string, string | Uint8Array> = {
      lf: plain,
      crlf: plain.replaceAll('\n', '\r\n'),
      bom: `\ufeff${plain}`,
      utf16: Buffer.from(`\ufeff${plain}`, 'utf16le'),
      latin: Buffer.from(plain, 'latin1'),
      tabs: plain.replaceAll(/^ {2}(?! )/gm, '\t').replaceAll(/^ {4}/gm, '\t\t'),
    };
    const rules: Record<string, string[]> = {};
    for (const [name, content] of Object.entries(variants)) {
      write(at, 'encounters/E1008.encounter', content);
      const { out } = await superbill(at, 'check', 'encounters/E1008.encounter', '--format', 'json', '--as-of', TODAY);
      rules[name] = (JSON.parse(out) as { findings: { rule: string; range: { start: { line: number } } }[] }).findings.map(
        (one) => `${one.range.start.line} ${one.rule}`,
      );
    }
    for (const name of Object.keys(variants)) assert.deepEqual(rules[name], rules.lf, name);
    assert.equal(rules.lf.length, 4);
  });

  test('a line of 5 MB', () =>
    survive(
      {
        words: `encounter E1\n  note ${'very '.repeat(1_000_000)}\n`,
        segments: `ISA*00*          *00*          *ZZ*A              *ZZ*B              *261121*0930*^*00501*000000001*0*T*:~${'REF*D9*1~'.repeat(550_000)}`,
      },
      ['.encounter', '.837'],
    ));
  test('a hundred thousand lines, thousands of them each deeper than the last', () =>
    survive({ deep: Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}note x`).join('\n') + '\n  a'.repeat(98_000) }, [
      '.encounter',
      '.practice',
    ]));

  test('50 MB of anything', async () => {
    const at = samplePractice();
    const bytes = Buffer.alloc(50_000_000, Buffer.from(noise(1 << 16)));
    for (const name of ['odd.encounter', 'odd.837', 'odd']) {
      write(at, name, bytes);
      const run = await ended(
        start(at, ['check', name, '--severity', 'error', '--as-of', TODAY], { nodeOptions: ['--max-old-space-size=2048'] }),
      );
      assertCalm(run, name);
    }
  });

  test('50 MB of encounters: told to be too large, and left as it is', async () => {
    const at = samplePractice();
    const one = text(at, 'encounters/E1001.encounter');
    write(at, 'encounters/huge.encounter', one.repeat(Math.ceil(50_000_000 / one.length)));
    const checked = await program(at, 'check', 'encounters/huge.encounter', '--as-of', TODAY);
    assert.match(checked.out, /too large/);
    assert.equal(checked.status, 1);
    const formatted = await superbill(at, 'format', 'encounters/huge.encounter');
    assert.equal(formatted.out, '0 files changed\n');
    // The rest of the practice works as before.
    assert.equal((await superbill(at, 'check', 'encounters/E1001.encounter', '--as-of', TODAY)).status, 0);
  });

  test('documents cut off anywhere', async () => {
    const at = samplePractice();
    const whole = text(at, 'encounters/E1007.encounter'),
      practice = text(at, 'front-desk.practice');
    for (let part = 1; part <= 6; part += 1)
      write(at, `cut/c${part}.encounter`, whole.slice(0, Math.floor((whole.length * part) / 7)).replace('E1007', `CUT${part}`));
    for (let part = 1; part <= 6; part += 1)
      write(at, `cut/p${part}.practice`, practice.slice(0, Math.floor((practice.length * part) / 7)));
    assertCalm(await superbill(at, 'check', '.', '--as-of', TODAY), 'cut off');
    assertCalm(await superbill(at, 'status', '--as-of', TODAY), 'status beside them');
  });

  test('folders and links that lead in circles', async function () {
    const at = samplePractice();
    mkdirSync(path.join(at, 'x.encounter'));
    mkdirSync(path.join(at, 'y.837'));
    try {
      symlinkSync(at, path.join(at, 'encounters', 'above'));
      symlinkSync('.', path.join(at, 'patients', 'self'));
    } catch {
      console.log('skipped: links cannot be made here');
      this.skip();
    }
    const run = await superbill(at, 'check', '--as-of', TODAY);
    assertCalm(run, 'circles');
    assert.match(run.out, /\n20 files, 12 errors/);
    assertCalm(await superbill(at, 'check', 'x.encounter', 'y.837'), 'folders');
    assertCalm(await superbill(at, 'claim', 'x.encounter'), 'claim');
    assertCalm(await superbill(at, 'submit', 'y.837'), 'submit');
  });

  test('odd files among claims, sent files and answers disturb nobody', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1003', '--as-of', TODAY);
    for (const [i, bytes] of [
      noise(3_000),
      'ISA',
      'ISA*',
      '',
      '~~~~',
      'ISA*00*          *00*          *ZZ*A              *ZZ*B              *261121*0930*^*00501*000000009*0*T*:~ST*835~CLP~SVC~CAS~PLB~',
    ].entries()) {
      for (const ending of ['.837', '.835', '.277', '.999', '.ta1', '.xyz']) {
        write(at, `claims/odd${i}${ending}`, bytes);
        write(at, `sent/training/odd${i}${ending}`, bytes);
        write(at, `responses/training/more${i}${ending}`, bytes);
      }
    }
    mkdirSync(path.join(at, 'claims', 'folder.837'));
    mkdirSync(path.join(at, 'responses', 'training', 'folder.835'));
    mkdirSync(path.join(at, 'sent', 'training', 'folder.837'));
    const received = await superbill(at, 'receive');
    assertCalm(received, 'receive');
    assert.match(received.out, /E1003-1: paid 74\.25/);
    const status = await superbill(at, 'status', 'E1003');
    assertCalm(status, 'status');
    assert.match(status.out, /^E1003 +paid/);
  });
});
