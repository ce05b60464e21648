// The life cycle of claims from files alone: states, amounts over several payers, claims of other programs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { accountOf, decisionsOf } from '../../server/ledger/account';
import { createOnce } from '../../server/ledger/folder';
import { Ledger } from '../../server/ledger/ledger';
import { takeNumber } from '../../server/ledger/numbers';
import { readClaimFile } from '../../server/ledger/records';
import { codeSets } from '../kit/code-sets';
import { cleanUp, deskAt, folder } from '../exchange/kit';

function ledgerOf(root: string): Ledger {
  const ledger = new Ledger(root, codeSets(), () => undefined);
  ledger.refresh();
  return ledger;
}

function put(root: string, name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const isa = (number: number) =>
  `ISA*00*          *00*          *ZZ*60054          *ZZ*RIV001         *261122*0930*^*00501*${String(number).padStart(9, '0')}*0*T*:~`;
const file = (number: number, version: string, kind: string, body: string) =>
  `${isa(number)}GS*${kind}*60054*RIV001*20261122*0930*${number}*X*${version}~${body}GE*1*${number}~IEA*1*${String(number).padStart(9, '0')}~`;
const remittance = (number: number, claims: string) =>
  file(
    number,
    '005010X221A1',
    'HP',
    `ST*835*0001~BPR*I*0*C*NON************20261122~TRN*1*T${number}*1512345678~N1*PR*AETNA~N1*PE*RIVERSIDE*XX*1234567893~LX*1~${claims}SE*9*0001~`,
  );
const status277 = (number: number, control: string, category: string) =>
  file(
    number,
    '005010X214',
    'HN',
    `ST*277*0001*005010X214~BHT*0085*08*1*20261122*0930*TH~HL*1**20*1~NM1*PR*2*AETNA*****PI*60054~HL*2*1*21*1~NM1*41*2*RIV*****46*RIV001~TRN*2*0~HL*3*2*19*1~NM1*85*2*RIV*****XX*1234567893~` +
      `HL*4*3*PT~NM1*QC*1*DOE*JANE~TRN*2*${control}~STC*${category}*20261122*WQ*303~SE*13*0001~`,
  );

suite('ledger', function () {
  teardown(cleanUp);

  /** E1001 was sent; what the payer answers is put there by hand. */
  async function sent(): Promise<{ root: string; state: () => string | undefined }> {
    const root = folder(),
      { desk } = deskAt(root);
    await desk.submit({ uri: '', encounter: 'E1001' });
    return { root, state: () => ledgerOf(root).current('E1001')?.state };
  }

  test('states: submitted, accepted, pending, denied, paid in part, paid, voided', async () => {
    const { root, state } = await sent();
    assert.equal(state(), 'submitted');
    put(root, 'responses/x/1.277', status277(901, 'E1001-1', 'A2:20'));
    assert.equal(state(), 'accepted');
    put(root, 'responses/x/2.277', status277(902, 'E1001-1', 'P1:20'));
    assert.equal(state(), 'pending');
    put(root, 'responses/x/3.835', remittance(903, 'CLP*E1001-1*4*303*0*0*CI*N1~CAS*CO*197*303~'));
    assert.equal(state(), 'denied');
    put(
      root,
      'responses/x/4.835',
      remittance(
        904,
        'CLP*E1001-1*22*-303*0*0*CI*N1~CAS*CO*197*-303~CLP*E1001-1*1*303*100*20*CI*N2~SVC*HC:99213*145*100**1~CAS*CO*45*25~CAS*PR*3*20~SVC*HC:20610*158*0**1~CAS*CO*97*158~',
      ),
    );
    assert.equal(state(), 'partial');
    put(
      root,
      'responses/x/5.835',
      remittance(
        905,
        'CLP*E1001-1*22*-303*-100*-20*CI*N2~SVC*HC:99213*-145*-100~CAS*CO*45*-25~CAS*PR*3*-20~SVC*HC:20610*-158*0~CAS*CO*97*-158~' +
          'CLP*E1001-1*1*303*200*20*CI*N3~SVC*HC:99213*145*100**1~CAS*CO*45*25~CAS*PR*3*20~SVC*HC:20610*158*100**1~CAS*CO*45*58~',
      ),
    );
    assert.equal(state(), 'paid');
    put(
      root,
      'responses/x/6.835',
      remittance(
        906,
        'CLP*E1001-1*22*-303*-200*-20*CI*N3~SVC*HC:99213*-145*-100~CAS*CO*45*-25~CAS*PR*3*-20~SVC*HC:20610*-158*-100~CAS*CO*45*-58~',
      ),
    );
    assert.equal(state(), 'voided');
  });

  test('amounts: what is denied is neither written off nor lost', async () => {
    const { root } = await sent();
    put(
      root,
      'responses/x/1.835',
      remittance(
        901,
        'CLP*E1001-1*1*303*100*20*CI*N2~SVC*HC:99213*145*100**1~CAS*CO*45*25~CAS*PR*3*20~SVC*HC:20610*158*0**1~CAS*CO*97*158~',
      ),
    );
    const claims = ledgerOf(root).claimsOf('E1001');
    const account = accountOf(claims);
    assert.deepEqual(
      [account?.charge, account?.paid, account?.adjusted, account?.patient, account?.balance],
      [30300, 10000, 2500, 2000, 17800],
    );
    assert.equal(accountOf(claims, { patientPaid: 2000, forgiven: 0, onPaper: [], next: undefined })?.balance, 15800);
  });

  test('closed when payers and patient have paid what there was to pay', async () => {
    const { root } = await sent();
    put(root, 'responses/x/1.835', remittance(901, 'CLP*E1001-1*1*303*258*20*CI*N2~SVC*HC:99213*303*258**1~CAS*CO*45*25~CAS*PR*3*20~'));
    const claims = ledgerOf(root).claimsOf('E1001');
    const at = (patientPaid: number) => {
      const one = accountOf(claims, { patientPaid, forgiven: 0, onPaper: [], next: undefined });
      return [one?.state, one?.balance];
    };
    assert.deepEqual(
      [at(0), at(1999), at(2000), at(2500)],
      [
        ['paid', 2000],
        ['paid', 1],
        ['closed', 0],
        ['paid', -500],
      ],
      'who paid too much has something back: it is not closed',
    );
  });

  test('a rejection of the whole file is one of every claim in it, and of no other', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    await desk.submit({ uri: '', encounter: 'E1001' });
    await desk.submit({ uri: '', encounter: 'E1003' });
    const [, second] = ledgerOf(root).all();
    put(root, 'responses/training/1.ta1', `${isa(950)}TA1*${second.interchange}*261121*0930*R*024~IEA*0*000000950~`);
    const ledger = ledgerOf(root);
    assert.deepEqual(
      ['E1001', 'E1003'].map((id) => ledger.current(id)?.state),
      ['submitted', 'rejected'],
    );
  });

  test('answers of another exchange to a file of the same number are not ours', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    await desk.submit({ uri: '', encounter: 'E1001' });
    const [only] = ledgerOf(root).all();
    put(root, 'responses/elsewhere/1.ta1', `${isa(950)}TA1*${only.interchange}*261121*0930*R*024~IEA*0*000000950~`);
    assert.equal(ledgerOf(root).current('E1001')?.state, 'submitted');
  });

  test('the order of files does not matter, nor whether they came at once', async () => {
    const { root } = await sent();
    put(root, 'responses/x/z.277', status277(901, 'E1001-1', 'A2:20'));
    const slowly = ledgerOf(root);
    put(root, 'responses/x/a.835', remittance(903, 'CLP*E1001-1*1*303*258*20*CI*N2~SVC*HC:99213*303*258**1~CAS*CO*45*25~CAS*PR*3*20~'));
    slowly.refresh();
    assert.deepEqual(slowly.all(), ledgerOf(root).all());
  });

  test('only a file that is there counts', async () => {
    const { root } = await sent();
    const ledger = ledgerOf(root);
    put(root, 'responses/x/1.277', status277(901, 'E1001-1', 'A2:20'));
    ledger.refresh();
    assert.equal(ledger.current('E1001')?.state, 'accepted');
    rmSync(path.join(root, 'responses'), { recursive: true });
    ledger.refresh();
    assert.equal(ledger.current('E1001')?.state, 'submitted');
  });

  test('a file that gets its final name while the folder is read counts', async () => {
    const { root } = await sent(),
      training = path.join(root, 'sent', 'training');
    const arrived = path.join(training, 'E1001-1.837'),
      onItsWay = `${arrived}.sending`;
    renameSync(arrived, onItsWay);
    mkdirSync(path.join(root, 'elsewhere'));
    // Read first, and complained of: that is the moment in which the other program is done.
    symlinkSync(path.join(root, 'elsewhere'), path.join(training, 'A.837'));
    const ledger = new Ledger(root, codeSets(), () => renameSync(onItsWay, arrived));
    ledger.refresh();
    assert.deepEqual([ledger.current('E1001')?.state, ledger.current('E1001')?.sentFile], ['submitted', arrived]);
  });

  test('links that lead nowhere, to themselves or to a folder are not claims', async () => {
    const { root, state } = await sent(),
      training = path.join(root, 'sent', 'training');
    symlinkSync(path.join(root, 'nowhere'), path.join(training, 'A.837'));
    symlinkSync(path.join(training, 'B.837'), path.join(training, 'B.837'));
    symlinkSync(root, path.join(training, 'C.837'));
    assert.equal(state(), 'submitted');
  });

  test('a claim of which nothing new is said is the same object', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    for (const encounter of ['E1001', 'E1003']) await desk.submit({ uri: '', encounter });
    await desk.fetch();
    const ledger = ledgerOf(root);
    const before = ledger.all();
    ledger.refresh();
    assert.equal(ledger.all(), before);
    put(root, 'responses/x/1.835', remittance(903, 'CLP*E1001-1*22*-303*0*0*CI*N1~'));
    ledger.refresh();
    assert.deepEqual(
      ledger.all().map((claim, i) => [claim.control, claim === before[i]]),
      [
        ['E1001-1', false],
        ['E1003-1', true],
      ],
    );
    assert.deepEqual(ledger.all(), ledgerOf(root).all());
    rmSync(path.join(root, 'claims/E1003-1.837'));
    ledger.refresh();
    assert.equal(ledger.current('E1003')?.file, path.join(root, 'sent/training/E1003-1.837'));
    assert.deepEqual(ledger.all(), ledgerOf(root).all());
  });

  test('an answer that lies beside the folders of exchanges counts for whichever sent the claim', async () => {
    const { root, state } = await sent();
    const [{ interchange }] = ledgerOf(root).all();
    put(root, 'responses/from the phone.ta1', `${isa(950)}TA1*${interchange}*261121*0930*R*024~IEA*0*000000950~`);
    assert.equal(state(), 'rejected');
  });

  test('files that are none of ours say nothing, and are not waited for', async () => {
    const { root, state } = await sent();
    put(root, 'responses/x/1.277', status277(901, 'E1001-1', 'A2:20'));
    put(root, 'responses/x/.DS_Store', '\0\0\0\x01Bud1');
    put(root, 'responses/x/photo.jpg', '\xff\xd8\xff'.repeat(500));
    put(root, 'responses/x/empty.835', '');
    put(root, 'responses/x/letter.txt', 'CLP*E1001-1*4*303*0~ISA*');
    put(root, 'responses/x/old/2.835', remittance(903, 'CLP*E1001-1*4*303*0*0*CI*N1~CAS*CO*197*303~'));
    put(root, 'sent/training/notes.txt', 'CLM*E1001-1*1~');
    put(root, 'claims/readme.837', 'CLM*E1001-1*1~');
    symlinkSync(path.join(root, 'nowhere'), path.join(root, 'responses/x/link.835'));
    if (process.platform !== 'win32') assert.equal(spawnSync('mkfifo', [path.join(root, 'responses/x/pipe.835')]).status, 0);
    assert.equal(state(), 'accepted');
    assert.equal(ledgerOf(root).claimsOf('E1001').length, 1);
  });

  test('a claim file that comes later than its 999 shows the word all the same', async () => {
    const { root } = await sent();
    const kept = path.join(root, 'sent/training/E1001-1.837'),
      claim = path.join(root, 'claims/E1001-1.837');
    const [{ group }] = ledgerOf(root).all();
    const text = readFileSync(kept, 'utf8');
    const position = text.split('~').findIndex((segment) => segment.startsWith('NM1*IL')) - 1;
    put(
      root,
      'responses/training/1.999',
      file(
        901,
        '005010X231A1',
        'FA',
        `ST*999*0001*005010X231A1~AK1*HC*${group}*005010X222A1~` +
          `AK2*837*0001*005010X222A1~IK3*NM1*${position}**8~CTX*CLM01:E1001-1~IK4*9*67*7*W1~IK5*R*5~AK9*R*1*1*0~SE*8*0001~`,
      ),
    );
    rmSync(kept);
    rmSync(claim);
    const ledger = ledgerOf(root);
    assert.equal(ledger.current('E1001'), undefined);
    writeFileSync(kept, text);
    ledger.refresh();
    const places = (one: Ledger) => one.current('E1001')?.events.map(({ answer }) => answer.place.kind);
    assert.deepEqual(places(ledger), places(ledgerOf(root)));
    assert.ok(places(ledger)?.includes('member'));
  });

  test('what a program that was stopped left half written is removed, what another one writes is not', async () => {
    const { root, state } = await sent();
    const { status, stdout } = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    assert.equal(status, 0);
    const host = hostname().replace(/[^\w]/g, '_');
    const gone = `${host}-${stdout.trim()}.draft`,
      own = `${host}-${process.pid}.draft`,
      other = `${host}-${process.ppid}.draft`;
    const foreign = ['elsewhere-12.draft', 'my letter.draft', `${host}-x.draft`];
    const [{ interchange }] = ledgerOf(root).all();
    const folders = ['claims', 'sent/training', 'responses/training', '.superbill/numbers'];
    for (const folder of folders) {
      for (const name of [gone, own, other, ...foreign]) {
        put(root, path.join(folder, name), `${isa(950)}TA1*${interchange}*261121*0930*R*024~IEA*0*000000950~`);
      }
    }
    const said: string[] = [];
    new Ledger(root, codeSets(), (message) => said.push(message)).refresh();
    for (const folder of folders) {
      assert.deepEqual(
        readdirSync(path.join(root, folder))
          .filter((name) => name.endsWith('.draft'))
          .sort(),
        [other, ...foreign].sort(),
      );
    }
    assert.deepEqual(said, ['Removed what a program that was stopped had left half written: 8.']);
    assert.equal(state(), 'submitted', 'no draft is an answer');
    assert.equal(takeNumber(root), Number(interchange) + 1, 'nor a number');
  });

  test('a file that cannot be written whole leaves nothing', () => {
    const root = folder();
    mkdirSync(path.join(root, 'claims'));
    assert.equal(createOnce(path.join(root, 'claims', 'a.837'), 'one'), true);
    assert.equal(createOnce(path.join(root, 'claims', 'a.837'), 'two'), false);
    assert.throws(() => createOnce(path.join(root, 'claims', 'x'.repeat(300)), 'three'));
    assert.deepEqual(readdirSync(path.join(root, 'claims')), ['a.837']);
    assert.equal(readFileSync(path.join(root, 'claims', 'a.837'), 'utf8'), 'one');
  });

  test('reads back what was written: order, lines, the payer’s number of the claim, not of another payer’s', () => {
    const text = file(
      1,
      '005010X222A1',
      'HC',
      'ST*837*0001~BHT*0019*00*0000000010001*20261121*0930*CH~HL*1**20*1~HL*2*1*22*0~SBR*S*18*******CI~NM1*IL*1*STONE*WALTER~NM1*PR*2*MUTUAL*****PI*71412~' +
        'CLM*E1-2*305***11:B:7*Y*A*Y*Y~REF*F8*OWN1~HI*ABK:I10~SBR*P*18*******MB~NM1*PR*2*MEDICARE*****PI*00621~REF*F8*THEIRS~LX*1~SV1*HC:G0439*160*UN*1***1~DTP*472*D8*20261105~REF*6R*E1-2.1~' +
        'LX*2~SV1*HC:99213:25*145*UN*1***1~DTP*472*D8*20261106~SE*20*0001~',
    );
    const [record] = readClaimFile('f', text);
    assert.deepEqual(
      { ...record, file: '' },
      {
        control: 'E1-2',
        key: 'E1',
        attempt: 2,
        file: '',
        interchange: '000000001',
        group: '1',
        transaction: '0001',
        batch: '0000000010001',
        made: '2026-11-22 09:30',
        charge: 30500,
        payer: 'MUTUAL',
        payerId: '71412',
        order: 'S',
        patientName: 'STONE, WALTER',
        day: '2026-11-05',
        frequency: '7',
        original: 'OWN1',
        lines: [
          { position: 1, control: 'E1-2.1', code: 'G0439' },
          { position: 2, control: '', code: '99213' },
        ],
      },
    );
  });

  test('decisions stand in the order of the payers', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    for (let round = 0; round < 2; round += 1) {
      await desk.submit({ uri: '', encounter: 'E1011' });
      await desk.fetch();
    }
    assert.deepEqual(
      decisionsOf(ledgerOf(root).claimsOf('E1011')).map((one) => [one.order, one.control]),
      [
        ['P', 'E1011-1'],
        ['S', 'E1011-2'],
      ],
    );
  });

  test('numbers go up, are never given twice, and go on above what files bear', () => {
    const root = folder();
    assert.deepEqual(
      [1, 2, 3].map(() => takeNumber(root)),
      [1, 2, 3],
    );
    assert.equal(takeNumber(root, 41), 42);
    assert.equal(takeNumber(root, 7), 43);
    rmSync(path.join(root, '.superbill'), { recursive: true });
    assert.equal(takeNumber(root, 43), 44);
  });

  test('what was sent is kept as it went out', async () => {
    const { root } = await sent();
    assert.equal(
      readFileSync(path.join(root, 'sent', 'training', 'E1001-1.837'), 'utf8'),
      readFileSync(path.join(root, 'claims', 'E1001-1.837'), 'utf8'),
    );
  });
});
