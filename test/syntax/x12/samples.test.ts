// Valid files of further transactions have no findings; versions that are not ours are told once; binary data is left alone.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { validate } from '../../../server/syntax/x12/validate';
import * as samples from './samples';
import { CLAIM_FILE } from './claim-file';
import { INSTITUTIONAL_FILE, REMITTANCE_FILE, interchange } from './valid-files';

const findings = (text: string): string[] =>
  validate(readX12(text)).map(({ severity, kind, reference, message }) => `${severity} ${kind} ${reference}: ${message}`);

suite('valid files', () => {
  for (const [name, text] of Object.entries(samples)) test(name, () => assert.deepEqual(findings(text), []));
});

const kinds = (text: string): string[] =>
  validate(readX12(text)).map(({ severity, kind, reference }) => `${severity} ${kind} ${reference}`);

test('a level that can have none below says so once', () => {
  assert.deepEqual(kinds(samples.BENEFIT_FILE.replace('HL*4*3*23*0', 'HL*4*3*23*1')), ['error invalid-code HL04']);
});

test('a payer that refuses who asked answers nothing below: what the level says of that is a warning', () => {
  const whole = samples.BENEFIT_FILE.split('\n'),
    below = whole.findIndex((line) => line.startsWith('HL*3')),
    close = whole.findIndex((line) => line.startsWith('SE*'));
  const ended = (...more: string[]): string =>
    [...whole.slice(0, below), ...more, `SE*${below - 1 + more.length}*0001~`, ...whole.slice(close + 1)].join('\n');
  assert.deepEqual(kinds(ended('AAA*N**50*N~')), ['warning mismatched-level HL04']);
  assert.deepEqual(kinds(ended()), ['error mismatched-level HL04']);
});

suite('versions', () => {
  test('a guide before its corrections is read, with a warning', () => {
    assert.deepEqual(kinds(CLAIM_FILE.replaceAll('005010X222A1', '005010X222')), ['warning expired-version GS08']);
    assert.deepEqual(kinds(INSTITUTIONAL_FILE.replaceAll('005010X223A2', '005010X223A1')), ['warning expired-version GS08']);
  });

  test('an old version is told once and not judged', () => {
    const old = CLAIM_FILE.replaceAll('005010X222A1', '004010X098A1').replace('*00501*', '*00401*').replace('DMG*D8', 'DMG*XX');
    assert.deepEqual(findings(old), [
      'information unknown-guide GS08: Version 004010X098A1 of transaction 837 is read, but not checked: there is no guide for it here',
    ]);
  });

  test('its envelope is judged: counts, numbers and the kind of the group', () => {
    const old = CLAIM_FILE.replaceAll('005010X222A1', '004010X098A1').replace('*00501*', '*00401*');
    const told = (from: string | RegExp, to: string): string[] => kinds(old.replace(from, to)).filter((one) => one.startsWith('error'));
    assert.deepEqual(told('GS*HC', 'GS*HP'), ['error mismatched-group GS01']);
    assert.deepEqual(told(/SE\*\d+/, 'SE*7'), ['error mismatched-count SE01']);
    assert.deepEqual(told('GE*1', 'GE*2'), ['error mismatched-count GE01']);
  });

  test('so are a newer version, another purpose and another transaction', () => {
    assert.deepEqual(kinds(CLAIM_FILE.replaceAll('005010X222A1', '008020X323')), ['information unknown-guide GS08']);
    assert.deepEqual(kinds(CLAIM_FILE.replaceAll('005010X222A1', '005010X298')), ['information unknown-guide GS08']);
    const order = interchange('PO', '004010', 'ST*850*0001', ['BEG*00*SA*1**20260901']).replace('*00501*', '*00401*');
    assert.deepEqual(findings(order), [
      'information unknown-guide GS08: Transaction 850 is read, but not checked: there is no guide for it here',
    ]);
  });

  test('a version that does not exist is an error', () => {
    assert.ok(kinds(CLAIM_FILE.replaceAll('005010X222A1', '005010X999')).includes('error unknown-version GS08'));
    // A GS08 of another guide is one fault.
    assert.deepEqual(kinds(CLAIM_FILE.replace('*X*005010X222A1', '*X*005010X279A1')), ['error unknown-version GS08']);
    // What a remittance says in ST03 is what GS08 says.
    assert.deepEqual(kinds(REMITTANCE_FILE.replace('ST*835*0001', 'ST*835*0001*005010X221A1')), []);
  });

  test('blanks behind a code do no harm', () => {
    assert.deepEqual(kinds(CLAIM_FILE.replace('*TE*', '*TE *')), ['warning unused-blank PER03']);
    assert.deepEqual(kinds(CLAIM_FILE.replace('*TE*', '*TX *')), ['error invalid-code PER03']);
  });

  test('a number used again and again is told once', () => {
    assert.deepEqual(kinds(CLAIM_FILE.repeat(4)), ['error duplicate-control-number ISA13']);
  });

  test('interchange and group must agree', () => {
    assert.deepEqual(kinds(CLAIM_FILE.replace('*00501*', '*00401*')), ['error mismatched-version ISA12']);
    assert.deepEqual(kinds(REMITTANCE_FILE.replace('005010X221A1', '004010X091A1')), ['error mismatched-version GS08']);
    assert.deepEqual(kinds(CLAIM_FILE.replace('*00501*', '*99999*')), ['error invalid-pattern ISA12']);
  });
});

suite('what guides ask for at single places', () => {
  test('an acknowledgement names a loop in four signs or in full', () => {
    const text = samples.TRIGGERED_FILE;
    assert.deepEqual(findings(text.replace('*2300*', '*2010AA*')), []);
    assert.deepEqual(findings(text.replace('*2300*', '*2010AAA*')), [
      'error invalid-length IK303: IK303 (loop id) takes 6 characters at most, here 7',
    ]);
  });

  test('a remittance that goes by mail, file or web says where', () => {
    const sent = (how: string): string[] =>
      kinds(
        REMITTANCE_FILE.replace('REF*TJ*361234567~', `REF*TJ*361234567~\n${how}~`).replace(/SE\*(\d+)/, (_, n) => `SE*${Number(n) + 1}`),
      );
    assert.deepEqual(sent('RDM*BM*LOCKBOX 7'), []);
    assert.deepEqual(sent('RDM*EM**ERA@EXAMPLE.COM'), []);
    assert.deepEqual(sent('RDM*FT*SITE'), ['error missing-element RDM03']);
  });

  test('a date of the service at the event is told once, where it stands', () =>
    assert.deepEqual(kinds(samples.REQUEST_FILE.replace('DTP*435*', 'DTP*472*')), ['error invalid-code DTP01']));

  test('surfaces of a tooth in a request are those of dentists', () => {
    const tooth = (surfaces: string): string[] =>
      kinds(
        samples.REQUEST_FILE.replace(/SV1\*[^~]*~/, `SV3*AD:D2392*200~\nTOO*JP*3*${surfaces}~`).replace(
          /SE\*(\d+)/,
          (_, n) => `SE*${Number(n) + 1}`,
        ),
      );
    assert.deepEqual(tooth('M:O:D'), []);
    assert.deepEqual(tooth('M:Q'), ['error invalid-code TOO03-02']);
  });
});

suite('binary data', () => {
  const own = samples.ATTACHMENT_FILE;
  test('a wrong length is told', () => {
    assert.deepEqual(findings(own.replace('BIN*5*Notes', 'BIN*9*Notes')), [
      'error mismatched-count BIN01: BIN01 says 9 characters, there are 5',
    ]);
  });
  test('the address of a provider is announced', () => {
    assert.deepEqual(
      kinds(own.replace('NM1*QC', 'NX1*1P~\nN3*12 HILL ST~\nN4*SPRINGFIELD*IL*62701~\nNM1*QC').replace('SE*25', 'SE*28')),
      [],
    );
  });
  test('a length must be a number', () => {
    assert.deepEqual(findings(own.replace('BIN*5*Notes', 'BIN*X*Notes')), [
      'error invalid-number BIN01: BIN01 (length of the data) must be a whole number',
    ]);
  });
});
