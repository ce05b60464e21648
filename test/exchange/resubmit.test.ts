// What goes out again, after every answer that a payer may give: frequency 1, 7 or 8, and the payer's number with the last two.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../../server/lsp/desk';
import { applyEdits } from '../kit/check';
import { cleanUp, deskAt, folder } from './kit';

/** The practice with an encounter that went out once, and what can be done with it. */
async function sent(id: string) {
  const root = folder(),
    { desk, set } = deskAt(root);
  const document = path.join(root, `${id}.encounter`);
  await desk.submit({ uri: '', encounter: id });
  let count = 0;
  return {
    desk,
    edit: (change: (text: string) => string) => set(`${id}.encounter`, change(readFileSync(document, 'utf8'))),
    /** As Resubmit Claim does it in the editor. */
    async resubmit(): Promise<string> {
      const correction = desk.correction({ uri: '', encounter: id });
      if (correction) set(`${id}.encounter`, applyEdits(readFileSync(document, 'utf8'), correction.edits));
      const { ok, message } = await desk.resubmit({ uri: '', encounter: id });
      return ok ? 'sent' : message;
    },
    /** Frequency and the payer's number of an attempt. */
    attempt(n: number): string {
      const text = readFileSync(path.join(root, 'sent', 'training', `${id}-${n}.837`), 'utf8');
      return [/~CLM\*[^~]*:B:(\d)/.exec(text)?.[1], /~REF\*F8\*([^~]*)/.exec(text)?.[1]].filter(Boolean).join(' ');
    },
    /** An answer of the payer, put there by hand. */
    answers(version: string, kind: string, segments: string): void {
      const number = String(900 + (count += 1)).padStart(9, '0');
      const file = path.join(root, 'responses', 'training', `${number}.x12`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(
        file,
        `ISA*00*          *00*          *ZZ*60054          *ZZ*RIV001         *261122*09${10 + count}*^*00501*${number}*0*T*:~` +
          `GS*${kind}*60054*RIV001*20261122*0930*${count}*X*${version}~${segments}GE*1*${count}~IEA*1*${number}~`,
      );
      desk.refresh();
    },
  };
}

const remittance = (claim: string): [string, string, string] => [
  '005010X221A1',
  'HP',
  `ST*835*0001~BPR*I*0*C*NON************20261122~TRN*1*T1*1512345678~N1*PR*AETNA~N1*PE*RIVERSIDE*XX*1234567893~LX*1~${claim}SE*9*0001~`,
];
const status = (control: string, code: string): [string, string, string] => [
  '005010X214',
  'HN',
  `ST*277*0001*005010X214~HL*4**PT~NM1*QC*1*DOE*JANE~TRN*2*${control}~STC*${code}*20261122*WQ*303~SE*6*0001~`,
];
const stateOf = (desk: Desk, id: string) => desk.account(id)?.state;

suite('resubmit', function () {
  teardown(cleanUp);

  test('rejected at the front door: a new claim, as an original', async () => {
    const one = await sent('E1001');
    one.answers(...status('E1001-1', 'A7:164:IL'));
    assert.equal(stateOf(one.desk, 'E1001'), 'rejected');
    assert.equal(await one.resubmit(), 'sent');
    assert.deepEqual([one.attempt(1), one.attempt(2)], ['1', '1']);
  });

  for (const [state, claim] of [
    ['denied', 'CLP*E1001-1*4*303*0*0*CI*PAYER1~CAS*CO*197*303~'],
    ['paid', 'CLP*E1001-1*1*303*303*0*CI*PAYER1~'],
    ['partial', 'CLP*E1001-1*1*303*145*0*CI*PAYER1~SVC*HC:99213*145*145~SVC*HC:20610*158*0~CAS*CO*97*158~'],
  ]) {
    test(`${state}: a replacement with the payer’s number`, async () => {
      const one = await sent('E1001');
      one.answers(...remittance(claim));
      assert.ok([state, 'closed'].includes(stateOf(one.desk, 'E1001') ?? ''));
      assert.match((await one.desk.submit({ uri: '', encounter: 'E1001' })).message, /add the line “replaces PAYER1”/);
      assert.equal(await one.resubmit(), 'sent');
      assert.equal(one.attempt(2), '7 PAYER1');
    });
  }

  test('denied as unprocessable (MA130): a new claim, as an original', async () => {
    const one = await sent('E1001');
    one.answers(...remittance('CLP*E1001-1*4*303*0*0*CI*PAYER1~NM1*QC*1*DOE*JANE~MOA***MA130~SVC*HC:99213*303*0~CAS*CO*16*303~LQ*HE*M51~'));
    assert.equal(stateOf(one.desk, 'E1001'), 'denied');
    assert.equal(await one.resubmit(), 'sent');
    assert.equal(one.attempt(2), '1');
  });

  test('a replacement that was rejected goes out as a replacement again', async () => {
    const one = await sent('E1001');
    one.answers(...remittance('CLP*E1001-1*4*303*0*0*CI*PAYER1~CAS*CO*197*303~'));
    assert.equal(await one.resubmit(), 'sent');
    one.answers(...status('E1001-2', 'A7:562:85'));
    assert.equal(await one.resubmit(), 'sent');
    assert.deepEqual([one.attempt(2), one.attempt(3)], ['7 PAYER1', '7 PAYER1']);
    one.answers(...remittance('CLP*E1001-3*4*303*0*0*CI*PAYER3~CAS*CO*16*303~'));
    assert.equal(await one.resubmit(), 'sent');
    assert.equal(one.attempt(4), '7 PAYER3', 'the last decision is the one to correct');
  });

  test('the line that names the corrected claim stands as the others do, and ends as they do', async () => {
    const one = await sent('E1001');
    one.answers(...remittance('CLP*E1001-1*4*303*0*0*CI*PAYER1~CAS*CO*197*303~'));
    const corrected = (change: (text: string) => string): string => {
      let before = '';
      one.edit((text) => (before = change(text)));
      return applyEdits(before, one.desk.correction({ uri: '', encounter: 'E1001' })?.edits ?? []);
    };
    const written = corrected((text) => text);
    assert.match(written, /^encounter E1001\n {2}replaces {3}PAYER1\n {2}patient {4}DOE-JANE$/m);
    assert.equal(
      corrected((text) => text.replaceAll('\n', '\r\n')),
      written.replaceAll('\n', '\r\n'),
    );
    const deeper = (text: string): string =>
      text
        .replaceAll('\r\n', '\n')
        .replace(/^ {2}(?=\S)/gm, '    ')
        .replaceAll('patient    ', 'patient ');
    assert.match(corrected(deeper), /\n {4}replaces {3}PAYER1\n/);
    assert.match(
      corrected((text) => text.split(/^ +patient/m)[0]),
      /^encounter E1001\n {2}replaces {2}PAYER1$/m,
    );
  });

  test('without a decision nothing goes out again', async () => {
    const one = await sent('E1001');
    assert.match(await one.resubmit(), /was sent already as E1001-1 and is submitted: wait/);
    one.answers(...status('E1001-1', 'A2:20'));
    assert.match(await one.resubmit(), /is accepted: wait/);
    one.answers(...status('E1001-1', 'P1:20'));
    assert.match(await one.resubmit(), /is pending: wait/);
  });

  test('a void, and the visit billed anew when it is taken back', async () => {
    const one = await sent('E1003');
    await one.desk.fetch();
    const number =
      one.desk.world().ledger.status('E1003') &&
      /REF\*1K\*([^~]*)/.exec(readFileSync(path.join(one.desk.root ?? '', 'responses/training/E1003-1.277'), 'utf8'))?.[1];
    one.edit((text) => text.replace(/^( {2}place .*)$/m, `$1\n  voids      ${number}`));
    assert.equal(await one.resubmit(), 'sent');
    assert.equal(one.attempt(2), `8 ${number}`);
    await one.desk.fetch();
    assert.equal(stateOf(one.desk, 'E1003'), 'voided');
    assert.match(await one.resubmit(), /nothing is left to correct/);
    one.edit((text) => text.replace(/^ {2}voids .*\n/m, ''));
    assert.equal(await one.resubmit(), 'sent');
    assert.equal(one.attempt(3), '1');
  });
});
