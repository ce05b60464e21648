// Validation of types 1 and 2: one fault at a time, found on the exact element with the codes of the answer.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readX12 } from '../../../server/syntax/x12/read';
import { validate, type X12Problem } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE, CLAIM_SEGMENTS } from './claim-file';
import { corpusFiles, noCorpus } from './corpus';
import { ENROLLMENT_FILE, REQUEST_FILE } from './samples';
import { CLAIM_ACKNOWLEDGEMENT_FILE } from './valid-files';

/** `severity kind loop reference «text under it» IK304/IK403`, in the order of the text. */
function findings(text: string): string[] {
  return validate(readX12(text)).map((found) =>
    [
      found.severity === 'error' ? '' : `${found.severity} `,
      found.kind,
      found.loop ? ` ${found.loop}` : '',
      ` ${found.reference}`,
      ` «${text.slice(found.span.start, found.span.end)}»`,
      ` ${Object.values(found.codes).join('/')}`,
    ]
      .join('')
      .trimEnd(),
  );
}

/** The file with one segment changed, its count kept right. */
function changed(from: string, to: string | undefined, nth = 1): string {
  let seen = 0;
  const lines = CLAIM_SEGMENTS.flatMap((line) => {
    if (line !== from || ++seen !== nth) return [line];
    return to === undefined ? [] : to.split('\n');
  });
  assert.notEqual(seen, 0, `no segment ${from}`);
  const size = lines.findIndex((line) => line.startsWith('SE*')) - 1;
  const counted = lines.map((line) => (line === 'SE*32*0001' && size !== 32 && !from.startsWith('SE') ? `SE*${size}*0001` : line));
  return `${counted.join('~\n')}~\n`;
}

suite('validating X12', () => {
  test('a clean claim has no findings', () => assert.deepEqual(findings(CLAIM_FILE), []));

  const faults: readonly (readonly [name: string, from: string, to: string | undefined, expected: readonly string[]])[] = [
    ['required element', 'N4*SPRINGFIELD*IL*627011234', 'N4**IL*627011234', ['missing-element 2010AA N401 «» 8/1']],
    ['required component', 'CLM*E1001*303***11:B:1*Y*A*Y*Y', 'CLM*E1001*303***11:B*Y*A*Y*Y', ['missing-element 2300 CLM05-03 «» 8/1']],
    ['element not used', 'N3*100 MAIN ST', 'N3*100 MAIN ST*SUITE 2*X', ['unknown-element 2010AA N303 «X» 8/3']],
    [
      'middle element not used',
      'NM1*82*1*CURIE*MARIE*A***XX*1992012348',
      'NM1*82*1*CURIE*MARIE*A*DR**XX*1992012348',
      ['unused-element 2310B NM106 «DR» 8/I10'],
    ],
    ['too short', 'N4*SPRINGFIELD*IL*627011234', 'N4*S*IL*627011234', ['invalid-length 2010AA N401 «S» 8/4']],
    ['too long', 'REF*6R*E1001-1', `REF*6R*${'9'.repeat(31)}`, [`invalid-length 2400 REF02 «${'9'.repeat(31)}» 8/5`]],
    ['number', 'SV1*HC:99213:25*145*UN*1***1:2', 'SV1*HC:99213:25*1,45*UN*1***1:2', ['invalid-number 2400 SV102 «1,45» 8/6']],
    ['count below zero', 'LX*2', 'LX*-2', ['invalid-number 2400 LX01 «-2» 8/6']],
    ['date of long ago', 'DMG*D8*19680314*F', 'DMG*D8*18680314*F', ['invalid-date 2010BA DMG02 «18680314» 8/8']],
    ['date that does not exist', 'DMG*D8*19680314*F', 'DMG*D8*19680230*F', ['invalid-date 2010BA DMG02 «19680230» 8/8']],
    ['date in a wrong format', 'DTP*472*D8*20260815', 'DTP*472*D8*08152026', ['invalid-date 2400 DTP03 «08152026» 8/8']],
    ['time', 'BHT*0019*00*B1*20260901*1253*CH', 'BHT*0019*00*B1*20260901*2553*CH', ['invalid-time BHT05 «2553» 8/9']],
    ['code', 'DMG*D8*19680314*F', 'DMG*D8*19680314*X', ['invalid-code 2010BA DMG03 «X» 8/7']],
    ['frequency code', 'CLM*E1001*303***11:B:1*Y*A*Y*Y', 'CLM*E1001*303***11:B:6*Y*A*Y*Y', ['invalid-code 2300 CLM05-03 «6» 8/7']],
    ['unknown qualifier', 'REF*G1*A123456', 'REF*ZZZ*A123456', ['invalid-code 2300 REF01 «ZZZ» 8/7']],
    ['one of a pair', 'NM1*82*1*CURIE*MARIE*A***XX*1992012348', 'NM1*82*1*CURIE*MARIE*A***XX', ['missing-element 2310B NM109 «» 8/2']],
    [
      'two that exclude each other',
      'N4*SPRINGFIELD*IL*627011234',
      'N4*SPRINGFIELD*IL*627011234*US***IL',
      ['unused-element 2010AA N407 «IL» 8/10'],
    ],
    [
      'too many components',
      'SV1*HC:99213:25*145*UN*1***1:2',
      'SV1*HC:99213:25*145*UN*1***1:2:1:2:1',
      ['unknown-element 2400 SV107 «1» 8/13'],
    ],
    ['repetition where there is none', 'REF*G1*A123456', 'REF*G1*A1^A2', ['duplicate-element 2300 REF02 «A2» 8/12']],
    ['component where there is none', 'REF*G1*A123456', 'REF*G1*A1:A2', ['unknown-element 2300 REF02 «A1:A2» 8/13']],
    ['character', 'N3*100 MAIN ST', 'N3*100 MAIN ST\u00c9', ['invalid-character 2010AA N301 «\u00c9» 8/6']],
    ['blank value', 'REF*G1*A123456', 'REF*G1*   ', ['missing-element 2300 REF02 «   » 8/1']],
    ['member id of a person', 'NM1*IL*1*DOE*JANE*Q***MI*W123456789', 'NM1*IL*1*DOE*JANE*Q', ['missing-element 2010BA NM108 «» 8/1']],
    ['no member id of an organization', 'NM1*IL*1*DOE*JANE*Q***MI*W123456789', 'NM1*IL*2*ACME INC', []],
    [
      'parts of a cent',
      'SV1*HC:99213:25*145*UN*1***1:2',
      'SV1*HC:99213:25*145.125*UN*1***1:2',
      ['invalid-number 2400 SV102 «145.125» 8/6'],
    ],
    ['blanks around a value', 'REF*G1*A123456', 'REF*G1*A123456 ', ['warning unused-blank 2300 REF02 «A123456 »']],
    ['empty elements at the end', 'N3*100 MAIN ST', 'N3*100 MAIN ST**', ['warning unused-separator 2010AA N3 «**»']],
    [
      'missing segment',
      'N3*100 MAIN ST',
      undefined,
      ['missing-segment 2010AA N3 «NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893» 3'],
    ],
    ['missing tax id', 'REF*EI*361234567', undefined, ['missing-segment 2010AA REF «N4*SPRINGFIELD*IL*627011234» 3']],
    [
      'missing first segment of a loop',
      'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893',
      undefined,
      ['missing-segment 2010AA NM1 «PRV*BI*PXC*207Q00000X» 3'],
    ],
    ['missing line number', 'LX*2', undefined, ['missing-segment 2400 LX «REF*6R*E1001-1» 3']],
    ['missing diagnoses', 'HI*ABK:M1711*ABF:E1165', undefined, ['missing-segment 2300 HI «REF*G1*A123456» 3']],
    ['segment twice', 'HI*ABK:M1711*ABF:E1165', 'HI*ABK:M1711\nHI*ABK:E1165', ['duplicate-segment 2300 HI «HI*ABK:E1165» 5']],
    ['segment said twice', 'REF*6R*E1001-1', 'REF*6R*E1001-1\nREF*6R*E1001-1', ['duplicate-segment 2400 REF «REF*6R*E1001-1» 5']],
    [
      'note said twice',
      'REF*G1*A123456',
      'PWK*OZ*EL***AC*A1\nPWK*OZ*EL***AC*A1\nREF*G1*A123456',
      ['warning duplicate-segment 2300 PWK «PWK*OZ*EL***AC*A1» 5'],
    ],
    [
      'segment too late',
      'LX*1',
      'HI*BG:17\nREF*EA*MRN1\nLX*1',
      ['misplaced-segment 2300 HI «HI*BG:17» 7', 'misplaced-segment 2300 REF «REF*EA*MRN1» 7'],
    ],
    [
      'segment under a wrong name',
      'N4*SPRINGFIELD*IL*627011234',
      'N44*SPRINGFIELD*IL*627011234',
      ['unknown-segment 2010AA N44 «N44*SPRINGFIELD*IL*627011234» 1'],
    ],
    [
      'loop under a wrong name',
      'NM1*PR*2*AETNA*****PI*60054',
      'NM*PR*2*AETNA*****PI*60054',
      ['unknown-segment 2010BA NM «NM*PR*2*AETNA*****PI*60054» 1'],
    ],
    ['segment that is not in the guide', 'REF*G1*A123456', 'REF*G1*A123456\nXYZ*1', ['unknown-segment 2300 XYZ «XYZ*1» 1']],
    [
      'segment of another place',
      'REF*G1*A123456',
      'REF*G1*A123456\nBHT*0019*00*B1*20260901*1253*CH',
      ['misplaced-segment BHT «BHT*0019*00*B1*20260901*1253*CH» 7'],
    ],
    ['level number', 'HL*2*1*22*0', 'HL*3*1*22*0', ['mismatched-level 2000B HL01 «3» 8/7']],
    ['kind of level', 'HL*2*1*22*0', 'HL*2*1*23*0', ['invalid-code 2000A HL03 «23» 8/7']],
    ['level above', 'HL*2*1*22*0', 'HL*2*9*22*0', ['mismatched-level 2000B HL02 «9» 8/7']],
    ['levels below', 'HL*2*1*22*0', 'HL*2*1*22*1', ['mismatched-level 2000B HL04 «1» 8/7']],
    ['line number', 'LX*2', 'LX*3', ['mismatched-count 2400 LX01 «3» 8/7']],
    ['lost terminator', 'N3*100 MAIN ST', 'N3*100 MAIN ST\nN4'.replace('\n', '\r'), ['invalid-character 2010AA N301 «\r» 8/6']],
    ['segment count', 'SE*32*0001', 'SE*31*0001', ['mismatched-count SE01 «31» 4']],
    ['transaction control number', 'SE*32*0001', 'SE*32*0002', ['mismatched-control-number SE02 «0002» 3']],
    ['transaction count', 'GE*1*1', 'GE*2*1', ['mismatched-count GE01 «2» 5']],
    ['group control number', 'GE*1*1', 'GE*1*2', ['mismatched-control-number GE02 «2» 4']],
    ['group count', 'IEA*1*000000905', 'IEA*2*000000905', ['mismatched-count IEA01 «2» 021']],
    ['interchange control number', 'IEA*1*000000905', 'IEA*1*000000906', ['mismatched-control-number IEA02 «000000906» 001']],
    [
      'kind of group',
      'GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1',
      'GS*HP*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1',
      ['mismatched-group GS01 «HP» 1'],
    ],
    [
      'group that names no guide',
      'GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1',
      'GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010',
      ['unknown-version GS08 «005010» 2'],
    ],
    ['version of the guide', 'ST*837*0001*005010X222A1', 'ST*837*0001*005010X222', ['mismatched-version ST03 «005010X222» I6']],
    ['no end of the transaction', 'SE*32*0001', undefined, ['missing-trailer SE «REF*6R*E1001-2» 2']],
    [
      'a date of too many characters is told once',
      'BHT*0019*00*B1*20260901*1253*CH',
      'BHT*0019*00*B1*2026-09-01*1253*CH',
      ['invalid-length BHT04 «2026-09-01» 8/5'],
    ],
    ['kind of another transaction', 'ST*837*0001*005010X222A1', 'ST*270*0001*005010X222A1', ['invalid-code ST01 «270» 6']],
    ['guide of another form', 'ST*837*0001*005010X222A1', 'ST*837*0001*005010X223A2', ['invalid-code ST03 «005010X223A2» 8/7']],
    ['kind of transaction', 'ST*837*0001*005010X222A1', 'ST*873*0001*005010X222A1', ['invalid-code ST01 «873» 6']],
    [
      'repetition separator',
      CLAIM_SEGMENTS[0] ?? '',
      (CLAIM_SEGMENTS[0] ?? '').replace('*^*', '*A*'),
      ['invalid-delimiters ISA11 «A» 026'],
    ],
    [
      'repetition separator of old',
      CLAIM_SEGMENTS[0] ?? '',
      (CLAIM_SEGMENTS[0] ?? '').replace('*^*', '*U*'),
      ['warning invalid-delimiters ISA11 «U» 026'],
    ],
    ['test indicator', CLAIM_SEGMENTS[0] ?? '', (CLAIM_SEGMENTS[0] ?? '').replace('*T*', '*X*'), ['invalid-code ISA15 «X» 020']],
  ];
  for (const [name, from, to, expected] of faults) test(name, () => assert.deepEqual(findings(changed(from, to)), expected));

  test('a whole missing loop is named once', () => {
    const text = CLAIM_FILE.replace('NM1*PR*2*AETNA*****PI*60054~\n', '').replace('SE*32', 'SE*31');
    assert.deepEqual(findings(text), ['missing-loop 2010BB NM1 «DMG*D8*19680314*F» 3']);
  });

  test('a number of another kind is no sign that levels are missing', () => {
    const text = CLAIM_ACKNOWLEDGEMENT_FILE.replace(/(NM1\*85\*[^~]*~\n)/, '$1TRN*2*77~\n').replace(
      /SE\*(\d+)/,
      (_, n) => `SE*${Number(n) + 1}`,
    );
    const [first, ...more] = findings(text);
    assert.deepEqual(
      [first, more.filter((one) => one.startsWith('missing-loop') || one.includes(' HL '))],
      ['invalid-code 2000C TRN01 «2» 8/7', []],
    );
  });

  test('a stray segment between a level and its name is told for itself', () => {
    const text = REQUEST_FILE.replace('NM1*IL*', 'TRN*1*STRAY*9RIVERSIDE~\nNM1*IL*').replace(/SE\*(\d+)/, (_, n) => `SE*${Number(n) + 1}`);
    assert.deepEqual(findings(text), ['misplaced-segment 2000C TRN «TRN*1*STRAY*9RIVERSIDE» 2']);
  });

  test('a stray segment between two loops does not begin a third', () => {
    const text = ENROLLMENT_FILE.replace('N1*IN*', 'REF*QQ*1~\nN1*IN*').replace(/SE\*(\d+)/, (_, n) => `SE*${Number(n) + 1}`);
    assert.deepEqual(findings(text), ['misplaced-segment 1000A REF «REF*QQ*1» 2']);
  });

  test('a group without its beginning is told where it should stand, and the count of groups not', () => {
    const text = CLAIM_FILE.replace(/GS\*.*~\n/, '').replace(/GE\*.*~\n/, '');
    assert.deepEqual(findings(text), ['missing-segment ST «ST*837*0001*005010X222A1»']);
  });

  test('positions count from ST', () => {
    const [found] = validate(readX12(changed('DMG*D8*19680314*F', 'DMG*D8*19680314*X')));
    assert.deepEqual([found?.position, found?.element, found?.data, found?.snip], [17, 3, '1068', 2]);
  });

  test('a certain fault comes with its fix', () => {
    const text = CLAIM_FILE.replace('SE*32', 'SE*7');
    const [found] = validate(readX12(text));
    assert.deepEqual(found?.fix, { title: 'Set SE01 to 32', safe: true, edits: [{ span: found?.span, text: '32' }] });
  });

  test('more problems than anybody reads are summed up', () => {
    const all = validate(readX12(`ST*837*0001~${'XYZ*1~'.repeat(200)}`), { limit: 20 });
    assert.equal(all.length, 21);
    assert.equal(all.at(-1)?.kind, 'further-problems');
  });

  test('whatever the text, the places lie inside of it', () => {
    const line = fc.constantFrom(...CLAIM_SEGMENTS, 'XYZ', 'HL', 'NM1*85', 'LX*1*2*3', 'REF*G1*:^:');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('~');
        for (const found of validate(readX12(text))) {
          assert.ok(found.span.start >= 0 && found.span.start <= found.span.end && found.span.end <= text.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Files that somebody calls valid and that are not, with what is wrong about them. */
const WRONG_ALL_THE_SAME: Readonly<Record<string, string>> = {
  'linuxforhealth/271_005010X279A1/subscriber-health-benefit-check-error.271': 'SE02 is 4323, ST02 is 4321',
  'linuxforhealth/277_005010X212/provider-level-status.277': 'STC01-03 in loop 2200C is 85, the guide allows 1P only',
  'linuxforhealth/837_005010X223A3/institutional-claim.837i': 'CLM06 is not used in institutional claims, DTP*434 must be RD8',
  'linuxforhealth/837_005010X223A3/out-of-network-repriced-claim.837i': 'composites with > where ISA16 says :, CLM06 is not used',
  'linuxforhealth/837_005010X223A3/ppo-repriced-claim.837i': 'composites with > where ISA16 says :, CLM06 is not used',
  'linuxforhealth/837_005010X223A3/two-claims-single-provider.837i': 'CLM06 is not used in institutional claims',
  'linuxforhealth/835_005010X221A1/cob-contractural-adjustment.835': 'no BPR16, no PER*BL, composites with > where ISA16 says :',
  'linuxforhealth/835_005010X221A1/managed-care.835': 'BPR16 is 20020316 one place too early, no PER*BL',
  'linuxforhealth/835_005010X221A1/medicare-part-a.835': 'no PER*BL, TS309 and TS311 are not used in this version',
  'linuxforhealth/835_005010X221A1/secondary-payment.835': 'no BPR16, no PER*BL, composites with > where ISA16 says :',
  'linuxforhealth/835_005010X221A1/tertiary-payment.835': 'no BPR16, no PER*BL, SVC01 without a procedure',
  'linuxforhealth/837_005010X222A2/demo.ambulance.example5.837': 'CLM05-02 is missing',
  'linuxforhealth/837_005010X222A2/demo.cob.2ndary.example4.837': 'composites with > where ISA16 says :',
  'linuxforhealth/837_005010X222A2/demo.cob.example3.A.837': 'loop 2320 without its payer (2330B)',
  'linuxforhealth/837_005010X222A2/demo.cob.example4.837': 'AMT*F2 belongs to version 4010',
  'linuxforhealth/837_005010X222A2/demo.example11.837': 'composites with > where ISA16 says :',
  'linuxforhealth/837_005010X222A2/demo.example12.837': 'composites with > where ISA16 says :',
  'linuxforhealth/837_005010X222A2/demo.example9.837': 'composites with > where ISA16 says :',
};

suite('validating public files', () => {
  const files = corpusFiles();
  test(noCorpus ?? `${files.length} public files`, function () {
    if (noCorpus) this.skip();
    const wrong: string[] = [];
    for (const file of files) {
      const errors = validate(readX12(file.text)).filter((found: X12Problem) => found.severity === 'error');
      const good = file.consensus === 'gold-valid' || file.label === 'valid' || (file.accepted >= 2 && file.rejected === 0);
      if (good && errors.length > 0 && !WRONG_ALL_THE_SAME[file.path]) wrong.push(`${file.path}: ${errors[0]?.message}`);
      if (!good && (file.label === 'invalid' || file.consensus === 'gold-invalid') && errors.length === 0)
        wrong.push(`${file.path}: nothing found`);
    }
    assert.deepEqual(wrong, []);
  });
});
