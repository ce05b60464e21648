// superbill claim, submit, receive and status in copies of the sample practice.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readX12 } from '../../server/syntax/x12/read';
import { validate } from '../../server/syntax/x12/validate';
import { TODAY, cleanUp, edit, files, folder, json, samplePractice, superbill, text, write } from './kit';

interface Claims {
  readonly claims: readonly {
    readonly encounter: string;
    readonly control: string;
    readonly file: string;
    readonly form: string;
    readonly charge: number;
  }[];
  readonly refused: readonly {
    readonly encounter: string;
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly file: string }[];
  }[];
}
interface Told {
  readonly claims: readonly {
    readonly encounter: string;
    readonly claim: string;
    readonly state: string;
    readonly payer: string;
    readonly charge: number;
    readonly paid: number;
    readonly adjusted: number;
    readonly patient: number;
    readonly balance: number;
    readonly history: readonly { readonly at: string; readonly what: string; readonly file?: string }[];
  }[];
}

const day = ['--as-of', TODAY];

function assertValid(at: string, name: string): void {
  assert.deepEqual(
    validate(readX12(text(at, name))).map((one) => one.message),
    [],
    name,
  );
}

/** Control numbers of the claims in a file. */
function controls(at: string, name: string): string[] {
  return [...text(at, name).matchAll(/~CLM\*([^*]+)\*/g)].map((one) => one[1]);
}

suite('superbill claim', function () {
  teardown(cleanUp);

  test('two encounters with the same claim numbers: neither becomes a claim', async () => {
    const at = samplePractice();
    write(at, 'encounters/twin.encounter', text(at, 'encounters/E1001.encounter').replaceAll('E1001', 'E1_001'));
    write(at, 'encounters/other.encounter', text(at, 'encounters/E1001.encounter').replaceAll('E1001', 'E1-001'));
    const { claims, refused, exit } = await json<Claims>(at, 'claim', 'E1_001', 'E1-001', ...day);
    assert.equal(exit, 1);
    assert.deepEqual(claims, []);
    for (const one of refused) assert.ok(one.findings.some(({ rule }) => rule === 'document/duplicate-id'));
  });

  test('an encounter by id in any case, by file, or a folder of them', async () => {
    const at = samplePractice();
    for (const name of ['E1001', 'e1001', 'encounters/E1001.encounter', path.join(at, 'encounters', 'E1001.encounter')]) {
      const { claims, refused, exit } = await json<Claims>(at, 'claim', name, ...day);
      assert.deepEqual(
        [claims, refused, exit],
        [[{ encounter: 'E1001', control: 'E1001-1', file: path.join('claims', 'E1001-1.837'), form: '837p', charge: 303 }], [], 0],
        name,
      );
    }
    assert.deepEqual(files(at, 'claims'), [path.join('claims', 'E1001-1.837')], 'the same claim is not written again');
    assertValid(at, 'claims/E1001-1.837');
    const all = await json<Claims>(at, 'claim', 'encounters', ...day);
    assert.deepEqual([all.claims.length, all.refused.map((one) => one.encounter), all.exit], [10, ['E1008', 'E1009', 'E1010', 'E1012'], 1]);
    for (const { file } of all.claims) assertValid(at, file);
  });

  test('a refusal names what stands against it', async () => {
    const at = samplePractice();
    const { claims, refused, exit } = await json<Claims>(at, 'claim', 'E1010', 'E1001', ...day);
    assert.deepEqual([claims.map((one) => one.encounter), exit], [['E1001'], 1]);
    assert.deepEqual(
      refused.map((one) => [one.encounter, one.findings.map((finding) => [finding.rule, finding.severity, finding.file])]),
      [
        [
          'E1010',
          [
            ['coverage/expired-coverage', 'error', path.join('encounters', 'E1010.encounter')],
            ['diagnosis/misplaced-external-cause', 'error', path.join('encounters', 'E1010.encounter')],
          ],
        ],
      ],
    );
    const { out, status } = await superbill(at, 'claim', 'E1012', ...day);
    assert.match(out, /^E1012: no claim, 2 errors\n {2}encounters\/E1012\.encounter:\d+:\d+: .* \[.*\]\n/);
    assert.equal(status, 1);
  });

  test('several claims go into one file with --out, each once', async () => {
    const at = samplePractice();
    const { claims, exit } = await json<Claims>(at, 'claim', 'E1001', 'E1003', 'e1001', 'E1007', '--out', 'batch.837', ...day);
    assert.equal(exit, 0);
    assert.deepEqual(
      claims.map((one) => [one.control, one.file, one.charge]),
      [
        ['E1001-1', 'batch.837', 303],
        ['E1003-1', 'batch.837', 170],
        ['E1007-1', 'batch.837', 190],
      ],
    );
    assert.deepEqual(controls(at, 'batch.837'), ['E1001-1', 'E1003-1', 'E1007-1']);
    assert.equal(text(at, 'batch.837').match(/ISA\*/g)?.length, 1);
    assertValid(at, 'batch.837');
  });

  test('amounts are numbers with their cents', async () => {
    const at = samplePractice();
    edit(at, 'encounters/E1002.encounter', '145.00', '145.10');
    const { out } = await superbill(at, 'claim', 'E1002', '--format', 'json', ...day);
    assert.match(out, /"charge": 145\.1\b/);
  });

  test('what cannot be done is a sentence and status 2', async () => {
    const at = samplePractice();
    const failures: [string[], RegExp][] = [
      [['claim'], /^Say which encounters: superbill claim ENCOUNTER…\n$/],
      [['claim', 'E9999'], /^There is no encounter E9999 in this folder\.\n$/],
      [['claim', 'encounters/E9999.encounter'], /^There is no file or folder encounters\/E9999\.encounter\.\n$/],
      [['claim', 'patients/ross.patient'], /^There is no encounter in patients\/ross\.patient\.\n$/],
      [['claim', 'E1001', '--form', 'ub04'], /^The form ub04 is not available yet: 837p is\.\n$/],
      [['claim', 'E1001', '--form', 'fax'], /^--form is 837p, .*; not fax\.\n$/],
      [
        ['claim', 'E1001', '--out', 'training.payer/x.837', ...day],
        /^training\.payer\/x\.837 could not be written: a part of its path is a file, not a folder\.\n$/,
      ],
      [['claim', 'E1001', '--out', 'patients', ...day], /^patients could not be written: it is a folder\.\n$/],
      [['claim', 'E1001', '--format', 'sarif'], /^--format is text, json; not sarif\.\n$/],
      [['claim', 'E1001', '--as-of', 'yesterday'], /^--as-of takes a date such as 2026-11-02, not yesterday\.\n$/],
    ];
    for (const [args, expected] of failures) {
      const { out, err, status } = await superbill(at, ...args);
      assert.match(err, expected, args.join(' '));
      assert.deepEqual([out, status], ['', 2], args.join(' '));
    }
    assert.deepEqual(files(at, 'claims'), [], 'nothing is written');
  });

  test('the folder of --out is made, and only where there is a claim to write', async () => {
    const at = samplePractice();
    const { out } = await superbill(at, 'claim', 'E1001', '--out', 'to/clearinghouse/today.837', ...day);
    assert.match(out, / in to\/clearinghouse\/today\.837\n$/);
    assert.match(text(at, 'to/clearinghouse/today.837'), /~CLM\*E1001-1\*/);
    assert.equal((await superbill(at, 'claim', 'E1012', '--out', 'another/x.837', ...day)).status, 1);
    assert.deepEqual(files(at, 'another'), []);
  });
});

suite('superbill submit, receive and status', function () {
  teardown(cleanUp);

  test('nothing goes out twice, by whatever name', async () => {
    const at = samplePractice();
    await superbill(at, 'claim', 'E1001', 'E1003', '--out', 'batch.837', ...day);
    assert.match(
      (await superbill(at, 'submit', 'E1001', ...day)).out,
      /^Claim E1001-1 is sent to Aetna\. superbill receive fetches the answer\.\n$/,
    );
    const again = [
      ['E1001'],
      ['e1001'],
      ['encounters/E1001.encounter'],
      ['claims/E1001-1.837'],
      ['batch.837'],
      ['sent/training/E1001-1.837'],
    ];
    for (const names of again) {
      const { out, status } = await superbill(at, 'submit', ...names, ...day);
      assert.match(out, /was sent (already|before)/, names.join(' '));
      assert.equal(status, 1, names.join(' '));
    }
    await superbill(at, 'claim', 'E1001', ...day);
    assert.equal((await superbill(at, 'submit', 'E1001', ...day)).status, 1, 'nor as a new attempt');
    assert.equal((await superbill(at, 'submit', 'claims/E1001-2.837', ...day)).status, 1, 'nor by its file');
    assert.deepEqual(files(at, 'sent'), [path.join('sent', 'training', 'E1001-1.837')]);
  });

  test('a batch that was sent counts for each of its encounters', async () => {
    const at = samplePractice();
    await superbill(at, 'claim', 'E1001', 'E1003', '--out', 'batch.837', ...day);
    assert.equal((await superbill(at, 'submit', 'batch.837', ...day)).status, 0);
    assert.match((await superbill(at, 'submit', 'E1003', ...day)).out, /^E1003 was sent already as E1003-1 and is submitted/);
    assert.match((await superbill(at, 'receive')).out, /^4 answers received\nE1001-1: paid 150\.75[^]*E1003-1: paid 74\.25/);
    const { claims } = await json<Told>(at, 'status', 'E1001', 'E1003', ...day);
    assert.deepEqual(
      claims.map((one) => [one.state, one.paid]),
      [
        ['paid', 150.75],
        ['paid', 74.25],
      ],
    );
    assert.ok(claims[0].history.some((one) => one.file === path.join('sent', 'training', 'batch.837')));
  });

  test('JSON of submit tells each outcome; what cannot be sent later does not hide what has gone out', async () => {
    const at = samplePractice();
    interface Submitted {
      readonly submitted: readonly { readonly name: string; readonly ok: boolean; readonly message: string }[];
    }
    const { submitted, exit } = await json<Submitted>(at, 'submit', 'E1001', 'E1008', ...day);
    assert.deepEqual(
      [submitted.map(({ name, ok }) => [name, ok]), exit],
      [
        [
          ['E1001', true],
          ['E1008', false],
        ],
        1,
      ],
    );
    for (const one of submitted) assert.deepEqual(Object.keys(one), ['name', 'ok', 'message']);
    // The claim of the second one is in the way as a folder.
    mkdirSync(path.join(at, 'claims', 'E1007-1.837'));
    const { out, err, status } = await superbill(at, 'submit', 'E1003', 'E1007', '--format', 'json', ...day);
    assert.deepEqual(
      (JSON.parse(out) as Submitted).submitted.map(({ name, ok }) => [name, ok]),
      [['E1003', true]],
    );
    assert.deepEqual([status, /^E1007 is not sent: [^\n]+\.\n$/.test(err)], [2, true], err);
  });

  test('two files of the same name with other claims both go out', async () => {
    const at = samplePractice();
    await superbill(at, 'claim', 'E1001', '--out', 'batch.837', ...day);
    await superbill(at, 'submit', 'batch.837', ...day);
    await superbill(at, 'claim', 'E1003', '--out', 'batch.837', ...day);
    assert.equal((await superbill(at, 'submit', 'batch.837', ...day)).status, 0);
    assert.deepEqual(
      files(at, 'sent').flatMap((name) => controls(at, name)),
      ['E1003-1', 'E1001-1'],
    );
  });

  test('a claim that was changed after it was generated goes out as it is now', async () => {
    const at = samplePractice();
    await superbill(at, 'claim', 'E1002', ...day);
    edit(at, 'encounters/E1002.encounter', '145.00', '150.00');
    assert.match((await superbill(at, 'submit', 'E1002', ...day)).out, /^Claim E1002-2 is sent/);
    assert.match(text(at, 'sent/training/E1002-2.837'), /CLM\*E1002-2\*150\*/);
    assert.match(text(at, 'claims/E1002-1.837'), /CLM\*E1002-1\*145\*/);
    assert.match((await superbill(at, 'submit', 'claims/E1002-1.837', ...day)).out, /E1002-1 is older than E1002-2/);
  });

  test('a rejected claim goes out again as an original, a denied one only with the payer’s number', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1002', 'E1005', ...day);
    await superbill(at, 'receive');
    edit(at, 'patients/ross.patient', 'W880014725', 'W880014752');
    assert.match((await superbill(at, 'submit', 'E1002', ...day)).out, /^Claim E1002-2 is sent/);
    assert.match(text(at, 'sent/training/E1002-2.837'), /~CLM\*E1002-2\*145\*\*\*11:B:1\*/);

    const refused = await superbill(at, 'submit', 'E1005', ...day);
    const number = /add the line “replaces (\d+)”/.exec(refused.out)?.[1] ?? '';
    assert.equal(refused.status, 1);
    edit(at, 'encounters/E1005.encounter', 'A700700', `A123456\n  replaces       ${number.slice(0, -1)}9`);
    assert.match((await superbill(at, 'submit', 'E1005', ...day)).out, new RegExp(`replaces ${number}`), 'a wrong number is told');
    edit(at, 'encounters/E1005.encounter', `${number.slice(0, -1)}9`, number);
    assert.match((await superbill(at, 'submit', 'E1005', ...day)).out, /^Claim E1005-2 is sent/);
    const sent = text(at, 'sent/training/E1005-2.837');
    assert.match(sent, /~CLM\*E1005-2\*900\*\*\*11:B:7\*/);
    assert.match(sent, new RegExp(`~REF\\*F8\\*${number}~`));
    await superbill(at, 'receive');
    const { claims } = await json<Told>(at, 'status', 'E1002', 'E1005', ...day);
    assert.deepEqual(
      claims.map((one) => [one.claim, one.state]),
      [
        ['E1002-2', 'paid'],
        ['E1005-2', 'paid'],
      ],
    );
    assert.match((await superbill(at, 'submit', 'E1005', ...day)).out, /replaces \d+/, 'the next correction names the newest number');
  });

  test('a paid claim is taken back by voids, and may then be billed anew', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1007', ...day);
    await superbill(at, 'receive');
    const number = /replaces (\d+)/.exec((await superbill(at, 'submit', 'E1007', ...day)).out)?.[1] ?? '';
    edit(at, 'encounters/E1007.encounter', '  accident ', `  voids      ${number}\n  accident `);
    assert.equal((await superbill(at, 'submit', 'E1007', ...day)).status, 0);
    assert.match(text(at, 'sent/training/E1007-2.837'), /~CLM\*E1007-2\*190\*\*\*11:B:8\*/);
    assert.match((await superbill(at, 'receive')).out, /E1007-2: taken back/);
    const {
      claims: [voided],
    } = await json<Told>(at, 'status', 'E1007', ...day);
    assert.deepEqual([voided.state, voided.paid, voided.patient, voided.balance], ['voided', 0, 0, 0]);
    assert.match((await superbill(at, 'submit', 'E1007', ...day)).out, /^E1007 is taken back/);
    edit(at, 'encounters/E1007.encounter', `  voids      ${number}\n`, '');
    assert.match((await superbill(at, 'submit', 'E1007', ...day)).out, /^Claim E1007-3 is sent/);
    await superbill(at, 'receive');
    assert.equal((await json<Told>(at, 'status', 'E1007', ...day)).claims[0].state, 'paid');
  });

  test('the second payer is billed with what the first one decided', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1004', ...day);
    await superbill(at, 'receive');
    const first = await json<Told>(at, 'status', 'E1004', ...day);
    assert.deepEqual(
      first.claims.map(({ state, paid, adjusted, patient, balance }) => [state, paid, adjusted, patient, balance]),
      [['paid', 170.8, 91.5, 42.7, 42.7]],
    );
    assert.match((await superbill(at, 'status', 'E1004')).out, /Prairie Mutual Supplement can be billed now$/m);
    edit(at, 'encounters/E1004.encounter', '160.00', '161.00');
    assert.match((await superbill(at, 'submit', 'E1004', ...day)).out, /has changed since MEDICARE PART B decided/);
    edit(at, 'encounters/E1004.encounter', '161.00', '160.00');
    assert.match((await superbill(at, 'submit', 'E1004', ...day)).out, /^Claim E1004-2 is sent to Prairie Mutual Supplement/);
    const sent = text(at, 'sent/training/E1004-2.837');
    for (const part of [
      '~SBR*S*18*',
      '~NM1*PR*2*PRAIRIE MUTUAL SUPPLEMENT*****PI*71412~',
      '~AMT*D*170.8~',
      '~SVD*00621*',
      '~CAS*PR*2*22.4',
    ])
      assert.ok(sent.includes(part), `${part} in ${sent}`);
    assertValid(at, 'sent/training/E1004-2.837');
    assert.match((await superbill(at, 'submit', 'E1004', ...day)).out, /E1004-2 and is submitted/);
    await superbill(at, 'receive');
    const both = await json<Told>(at, 'status', 'E1004', ...day);
    assert.deepEqual(
      both.claims.map(({ claim, state, paid, adjusted, patient, balance }) => [claim, state, paid, adjusted, patient, balance]),
      [['E1004-2', 'closed', 213.5, 91.5, 0, 0]],
    );
  });

  test('JSON of status has the fields that are promised; what the patient paid lowers the balance', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1001', 'E1005', 'E1006', ...day);
    await superbill(at, 'receive');
    const all = await json<Told>(at, 'status', ...day);
    assert.equal(all.exit, 0);
    assert.deepEqual(
      all.claims.map((one) => `${one.encounter} ${one.state}`),
      [
        'E0998 ready',
        'E0999 ready',
        'E1001 paid',
        'E1002 ready',
        'E1003 ready',
        'E1004 ready',
        'E1005 denied',
        'E1006 partial',
        'E1007 ready',
        'E1008 draft',
        'E1009 draft',
        'E1010 draft',
        'E1011 ready',
        'E1012 draft',
      ],
    );
    for (const one of all.claims) {
      assert.deepEqual(Object.keys(one), [
        'encounter',
        'claim',
        'state',
        'payer',
        'charge',
        'paid',
        'adjusted',
        'patient',
        'balance',
        'history',
      ]);
      for (const amount of [one.charge, one.paid, one.adjusted, one.patient, one.balance]) assert.equal(typeof amount, 'number');
    }
    const of = (id: string) =>
      all.claims
        .filter((one) => one.encounter === id)
        .map(({ charge, paid, adjusted, patient, balance }) => [charge, paid, adjusted, patient, balance])[0];
    assert.deepEqual(of('E1001'), [303, 150.75, 110.5, 41.75, 16.75], 'a copay of 25 was paid at the visit');
    assert.deepEqual(of('E1005'), [900, 0, 0, 0, 900], 'what is denied is not written off');
    assert.deepEqual(of('E1006'), [188, 79.65, 66.5, 33.85, 41.85], 'nor a denied line');
    edit(
      at,
      'encounters/E1001.encounter',
      '2026-11-02  copay  25.00  card',
      '2026-11-02  copay  25.00  card\n    2026-11-20  payment  16.75  check',
    );
    const {
      claims: [closed],
    } = await json<Told>(at, 'status', 'E1001', ...day);
    assert.deepEqual([closed.state, closed.balance], ['closed', 0]);
  });

  test('what a patient got back raises the balance, what the practice lets go lowers it', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1001', ...day);
    await superbill(at, 'receive');
    const balanceWith = async (payment: string) => {
      const copay = '2026-11-02  copay  25.00  card';
      edit(at, 'encounters/E1001.encounter', copay, `${copay}\n    2026-11-20  ${payment}`);
      const { claims } = await json<Told>(at, 'status', 'E1001', ...day);
      edit(at, 'encounters/E1001.encounter', `${copay}\n    2026-11-20  ${payment}`, copay);
      return [claims[0].state, claims[0].balance];
    };
    assert.deepEqual(await balanceWith('refund  10.00  card'), ['paid', 26.75]);
    assert.deepEqual(await balanceWith('refund  -10.00  card'), ['paid', 26.75]);
    assert.deepEqual(await balanceWith('write-off  16.75'), ['closed', 0]);
  });

  test('what a payer decided on paper counts like a remittance that was received', async () => {
    const at = samplePractice();
    const amounts = async (id: string) => {
      const {
        claims: [{ state, paid, adjusted, patient, balance }],
      } = await json<Told>(at, 'status', id, ...day);
      return [state, paid, adjusted, patient, balance];
    };
    await superbill(at, 'submit', 'E0999', ...day);
    assert.deepEqual(await amounts('E0999'), ['submitted', 81.2, 43.5, 20.3, 20.3], 'Medicare has written 43.50 off');
    await superbill(at, 'submit', 'E1004', ...day);
    await superbill(at, 'receive');
    assert.deepEqual(await amounts('E1004'), ['paid', 170.8, 91.5, 42.7, 42.7]);
    const last = '99213-25  BCD  145.00';
    edit(at, 'encounters/E1004.encounter', last, `${last}\n\n  adjudicated MUTUAL-1 2026-11-20 paid 40.00 OA-23 262.30 PR-2 2.70`);
    assert.deepEqual(await amounts('E1004'), ['paid', 210.8, 91.5, 2.7, 2.7], 'the supplement paid after Medicare');
  });

  test('status of one in any case, of a claim, of several, and of what there is not', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1001', ...day);
    assert.deepEqual(
      (await json<Told>(at, 'status', 'e1001', 'E1003')).claims.map((one) => one.encounter),
      ['E1001', 'E1003'],
    );
    assert.deepEqual(
      (await json<Told>(at, 'status', 'e1001-1')).claims.map((one) => one.claim),
      ['E1001-1'],
    );
    const { out, err, status } = await superbill(at, 'status', 'E1001', 'E7');
    assert.match(out, /^E1001 {2}submitted {2}Aetna {2}303\.00 {2}sent, no answer yet\n$/);
    assert.deepEqual([err, status], ['There is no encounter or claim E7.\n', 2]);
  });

  test('status where there is nothing yet says so', async () => {
    const { out, err, status } = await superbill(folder(), 'status');
    assert.deepEqual([out, err, status], ['', 'There is no encounter and no claim in this folder.\n', 0]);
  });

  test('answers are received once', async () => {
    const at = samplePractice();
    assert.deepEqual((await superbill(at, 'receive')).out, 'Nothing new has come.\n');
    await superbill(at, 'submit', 'E1001', ...day);
    const first = await json<{ received: string[]; claims: { claim: string; state: string }[] }>(at, 'receive');
    assert.deepEqual(
      first.received.map((name) => path.extname(name)),
      ['.835', '.277', '.999', '.ta1'],
    );
    assert.deepEqual(first.claims, [{ claim: 'E1001-1', state: 'paid' }]);
    for (const name of first.received) assert.deepEqual((await json<{ findings: unknown[] }>(at, 'check', name)).findings, [], name);
    const second = await json<{ received: string[]; claims: unknown[] }>(at, 'receive');
    assert.deepEqual([second.received, second.claims, second.exit], [[], [], 0]);
  });

  test('the same after the index is deleted, in another folder, after answers came in pieces', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1001', 'E1002', 'E1004', 'E1005', ...day);
    await superbill(at, 'receive');
    await superbill(at, 'submit', 'E1004', ...day);
    const before = (await superbill(at, 'status', '--format', 'json', ...day)).out;
    rmSync(path.join(at, '.superbill'), { recursive: true });
    assert.equal((await superbill(at, 'status', '--format', 'json', ...day)).out, before);
    await superbill(at, 'submit', 'E1003', ...day);
    const numbers = files(at, 'sent').map((name) => /^ISA.{87}(\d{9})/s.exec(text(at, name))?.[1]);
    assert.deepEqual([...new Set(numbers)].length, numbers.length, 'numbers go on, none is given twice');
    for (const name of files(at, 'responses').filter((one) => /E1004-1\.(ta1|999)$/.test(one))) rmSync(path.join(at, name));
    assert.match((await superbill(at, 'receive')).out, /E1003-1: paid/);
    const {
      claims: [again],
    } = await json<Told>(at, 'status', 'E1004', ...day);
    assert.deepEqual([again.state, again.paid], ['closed', 213.5]);
  });

  test('an encounter that got another id is not billed again; its claim is not forgotten', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1003', ...day);
    edit(at, 'encounters/E1003.encounter', 'encounter E1003', 'encounter E2003');
    const { out, status } = await superbill(at, 'submit', 'E2003', ...day);
    assert.match(out, /^E1003-1 was sent for the same patient, day and amount/);
    assert.equal(status, 1);
    await superbill(at, 'receive');
    const { claims } = await json<Told>(at, 'status', ...day);
    assert.deepEqual(
      claims.filter((one) => one.encounter.endsWith('003')).map((one) => [one.encounter, one.claim, one.state]),
      [
        ['E2003', '', 'ready'],
        ['E1003', 'E1003-1', 'paid'],
      ],
    );
    assert.deepEqual(
      (await json<Told>(at, 'status', 'E1003-1')).claims.map((one) => one.state),
      ['paid'],
    );
  });

  test('a claim file from elsewhere goes to the payer, too, and once', async () => {
    const at = samplePractice();
    await superbill(at, 'claim', 'E1001', '--out', path.join(at, 'x'), ...day);
    const foreign = folder();
    write(foreign, 'other.txt', text(at, 'x').replaceAll('E1001-1', '26463774'));
    assert.match((await superbill(at, 'submit', path.join(foreign, 'other.txt'), ...day)).out, /is sent\.\n$/);
    assert.match((await superbill(at, 'receive')).out, /^4 answers received\n26463774: paid/);
    assert.equal((await superbill(at, 'submit', path.join(foreign, 'other.txt'), ...day)).status, 1);
    assert.deepEqual(
      (await json<Told>(at, 'status', '26463774')).claims.map((one) => [one.encounter, one.state, one.charge]),
      [['', 'paid', 303]],
    );
  });

  test('what is no claim file is not sent', async () => {
    const at = samplePractice();
    await superbill(at, 'submit', 'E1001', ...day);
    await superbill(at, 'receive');
    write(at, 'broken.837', 'ISA*00*nothing');
    for (const name of ['broken.837', 'responses/training/E1001-1.835']) {
      const { out, status } = await superbill(at, 'submit', name, ...day);
      assert.match(out, /holds no claim: only claim files \(837\) are sent\.\n$/);
      assert.equal(status, 1);
    }
    assert.equal(files(at, 'sent').length, 1);
  });

  test('exchanges by name', async () => {
    const at = samplePractice();
    const sentence = 'The exchange “mars” is not set up on this machine. Set up so far: training.\n';
    for (const args of [
      ['submit', 'E1001', '--to', 'mars', ...day],
      ['receive', '--from', 'mars'],
    ]) {
      const { out, err, status } = await superbill(at, ...args);
      assert.deepEqual([out, err, status], ['', sentence, 2], args.join(' '));
    }
    assert.equal((await superbill(at, 'submit', 'E1001', '--to', 'training', ...day)).status, 0);
    assert.match((await superbill(at, 'receive', '--from', 'training')).out, /^4 answers received/);
    edit(at, 'front-desk.practice', 'exchange       training', 'exchange       folder');
    assert.match((await superbill(at, 'submit', 'E1003', ...day)).out, /The exchange “folder” is not set up|cannot become a claim/);
    assert.equal(files(at, 'sent').length, 1);
  });

  test('from a folder inside the practice', async () => {
    const at = samplePractice();
    mkdirSync(path.join(at, 'encounters', 'november'));
    const inside = path.join(at, 'encounters', 'november');
    assert.equal((await superbill(inside, 'submit', 'E1001', ...day)).status, 0);
    assert.deepEqual(files(at, 'sent').length, 1);
    assert.match((await superbill(inside, 'receive')).out, /E1001-1: paid/);
    assert.match((await superbill(inside, 'status', 'E1001')).out, /^E1001 {2}paid/);
  });
});
