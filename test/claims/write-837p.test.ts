// What an encounter becomes in the 837P, asserted segment by segment.
import assert from 'node:assert/strict';
import { writeClaims } from '../../server/claims/write-837p';
import { validate } from '../../server/syntax/x12/validate';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { INTERCHANGE, claimsOf, fileOf, read, segments, segmentsOf } from './kit';

/** The clean encounter with more lines, or others. */
function visit(lines: string, change: (text: string) => string = (text) => text): string {
  return change(ENCOUNTER.replace('  place      11', `${lines}${lines ? '\n' : ''}  place      11`));
}

/** The file of an encounter; the guide must have nothing against it. */
function valid(encounter: string, practice = PRACTICE): string {
  const text = fileOf(encounter, practice);
  assert.deepEqual(
    validate(read(text)).map((one) => `${one.reference}: ${one.message}`),
    [],
  );
  return text;
}

/** From one segment to the one before another. */
function between(text: string, from: string, to: string): string[] {
  const lines = segmentsOf(text);
  const start = lines.findIndex((line) => line.startsWith(from));
  return lines.slice(
    start,
    lines.findIndex((line, i) => i > start && line.startsWith(to)),
  );
}

const SAM = `
patient DOE-SAM
  name     Doe, Sam
  born     2014-04-03
  sex      M
  address  12 Elm St, Springfield IL 62704-5678
  coverage AETNA-2
    payer         AETNA
    member        W123456789
    relationship  child
    subscriber    Doe, John M
      born        1966-01-02
      sex         M
      address     12 Elm St, Springfield IL 62704-5678
`;

const TWO_PAYERS = PRACTICE.replace(
  /( {2}coverage AETNA-1)/,
  `  coverage MEDICARE-9
    payer         MEDICARE
    member        1EG4TE5MK73
    relationship  self
    medicare-secondary  12
$1`,
);

suite('write an 837P', () => {
  test('a plain visit, whole', () => {
    assert.deepEqual(segmentsOf(fileOf(ENCOUNTER)), [
      'ISA*00*          *00*          *ZZ*RIV001         *ZZ*60054          *261103*0930*^*00501*000000017*1*T*:',
      'GS*HC*RIV001*60054*20261103*0930*17*X*005010X222A1',
      'ST*837*0001*005010X222A1',
      'BHT*0019*00*0000000170001*20261103*0930*CH',
      'NM1*41*2*RIVERSIDE FAMILY MEDICINE PC*****46*RIV001',
      'PER*IC*BILLING OFFICE*TE*2175550100',
      'NM1*40*2*AETNA*****46*60054',
      'HL*1**20*1',
      'PRV*BI*PXC*207Q00000X',
      'NM1*85*2*RIVERSIDE FAMILY MEDICINE PC*****XX*1234567893',
      'N3*100 MAIN ST',
      'N4*SPRINGFIELD*IL*627011234',
      'REF*EI*361234567',
      'HL*2*1*22*0',
      'SBR*P*18*0098765******CI',
      'NM1*IL*1*DOE*JANE*Q***MI*W123456789',
      'N3*12 ELM ST',
      'N4*SPRINGFIELD*IL*627045678',
      'DMG*D8*19680314*F',
      'NM1*PR*2*AETNA*****PI*60054',
      'CLM*E1-1*255***11:B:1*Y*A*Y*Y',
      'HI*ABK:M1711*ABF:E1165',
      'NM1*82*1*CURIE*MARIE*A***XX*1992012348',
      'PRV*PE*PXC*207Q00000X',
      'LX*1',
      'SV1*HC:99213:25*145*UN*1***1:2',
      'DTP*472*D8*20261102',
      'REF*6R*E1-1.1',
      'LX*2',
      'SV1*HC:20610:RT*110*UN*1***1',
      'DTP*472*D8*20261102',
      'REF*6R*E1-1.2',
      'SE*31*0001',
      'GE*1*17',
      'IEA*1*000000017',
    ]);
  });

  test('a line without charge takes the fee times the units', () => {
    assert.deepEqual(
      segments(fileOf(ENCOUNTER.replace('20610-RT  A   110.00', 'J3301-JZ  A  x4  ndc 0003-0293-05 ML1')), 'SV1')[1],
      'SV1*HC:J3301:JZ*48*UN*4***1',
    );
  });

  test('a child: the parent is the subscriber, the child the patient', () => {
    const text = valid(ENCOUNTER.replace('DOE-JANE', 'DOE-SAM'), PRACTICE + SAM);
    assert.deepEqual(between(text, 'HL*2', 'CLM'), [
      'HL*2*1*22*1',
      'SBR*P********CI',
      'NM1*IL*1*DOE*JOHN*M***MI*W123456789',
      'NM1*PR*2*AETNA*****PI*60054',
      'HL*3*2*23*0',
      'PAT*19',
      'NM1*QC*1*DOE*SAM',
      'N3*12 ELM ST',
      'N4*SPRINGFIELD*IL*627045678',
      'DMG*D8*20140403*M',
    ]);
  });

  test('Medicare knows no dependents', () => {
    const text = valid(ENCOUNTER.replace('DOE-JANE', 'DOE-SAM'), PRACTICE + SAM.replace('payer         AETNA', 'payer         MEDICARE'));
    assert.deepEqual(segments(text, 'HL'), ['HL*1**20*1', 'HL*2*1*22*0']);
    assert.deepEqual(segments(text, 'SBR'), ['SBR*P*18*******MB']);
    assert.deepEqual(segments(text, 'NM1*IL'), ['NM1*IL*1*DOE*SAM****MI*W123456789']);
  });

  test('levels count on over many claims and practices', () => {
    const other = `
practice LAKESIDE
  name      Lake, Ann
  npi       1992012348
  tax-id    ssn 123-45-6789
  taxonomy  207Q00000X
  address   7 Lake St, Springfield IL 62701-0007
  pay-to    PO Box 12, Springfield IL 62705-0012
  phone     217-555-0177 ext 12
  email     ann@example.com
`;
    const encounters = [
      ['E1', 'RIVERSIDE', 'DOE-JANE'],
      ['E2', 'LAKESIDE', 'DOE-SAM'],
      ['E3', 'RIVERSIDE', 'DOE-SAM'],
      ['E4', 'LAKESIDE', 'ROE-RICHARD'],
    ]
      .map(([id, practice, patient]) => visit(`  practice   ${practice}`).replace('E1', id).replace('DOE-JANE', patient))
      .join('\n');
    const text = valid(encounters, PRACTICE + SAM + other);
    assert.deepEqual(segments(text, 'HL'), [
      'HL*1**20*1',
      'HL*2*1*22*0',
      'HL*3*1*22*1',
      'HL*4*3*23*0',
      'HL*5**20*1',
      'HL*6*5*22*1',
      'HL*7*6*23*0',
      'HL*8*5*22*0',
    ]);
    assert.deepEqual(between(text, 'HL*5', 'HL*6'), [
      'HL*5**20*1',
      'PRV*BI*PXC*207Q00000X',
      'NM1*85*1*LAKE*ANN****XX*1992012348',
      'N3*7 LAKE ST',
      'N4*SPRINGFIELD*IL*627010007',
      'REF*SY*123456789',
      'PER*IC*LAKE, ANN*TE*2175550177*EX*12',
      'NM1*87*1',
      'N3*PO BOX 12',
      'N4*SPRINGFIELD*IL*627050012',
    ]);
    // Who bills under a number of their own is not named again as rendering.
    assert.equal(segments(text, 'NM1*82').length, 2);
  });

  test('everything that a claim may say about itself', () => {
    const text = valid(
      visit(
        `  referring  HOUSE
  supervising HOUSE
  facility   SURGICENTER
  authorization A123456
  referral   R98765
  accident   auto work 2026-10-30 IL
  admitted   2026-11-01
  discharged 2026-11-04
  onset      2026-10-20
  last-seen  2026-09-15
  lmp        2026-08-01
  assignment no
  delay-reason 7
  replaces   2026110200017
  claim-note Moved between visits`,
        (all) => `${all}
  payments
    2026-11-02  copay  25.00  card
    2026-11-02  patient  5.50
    2026-11-03  refund  0.50
`,
      ),
    );
    assert.deepEqual(between(text, 'CLM', 'LX'), [
      'CLM*E1-1*255***11:B:7*Y*C*N*Y**AA:EM::IL*********7',
      'DTP*431*D8*20261020',
      'DTP*304*D8*20260915',
      'DTP*439*D8*20261030',
      'DTP*484*D8*20260801',
      'DTP*435*D8*20261101',
      'DTP*096*D8*20261104',
      'AMT*F5*30',
      'REF*9F*R98765',
      'REF*G1*A123456',
      'REF*F8*2026110200017',
      'NTE*ADD*MOVED BETWEEN VISITS',
      'HI*ABK:M1711*ABF:E1165',
      'NM1*DN*1*HOUSE*GREGORY****XX*1003000126',
      'NM1*82*1*CURIE*MARIE*A***XX*1992012348',
      'PRV*PE*PXC*207Q00000X',
      'NM1*77*2*SPRINGFIELD SURGICAL CENTER*****XX*1003000134',
      'N3*5 OAK AVE',
      'N4*SPRINGFIELD*IL*627023344',
      'NM1*DQ*1*HOUSE*GREGORY****XX*1003000126',
    ]);
  });

  test('a void', () => assert.match(segments(valid(visit('  voids 2026110200017')), 'CLM')[0], /:B:8\*/));

  test('everything that a line may say', () => {
    const extras = 'place 22  rendering HOUSE  ordering CURIE  ndc 0003-0293-05 ML2.50  note "half ~ a vial"  emergency  line L-7';
    const text = valid(
      ENCOUNTER.replace(
        '    20610-RT  A   110.00',
        `    J3301-JZ-59-XU-76  BA  x4  48.00  date 2026-11-01..2026-11-02  ${extras}
    00810-AA  A  min45  700.00
    A4649     A  7.50  note "Dressing, special"`,
      ),
    );
    assert.deepEqual(between(text, 'LX*2', 'SE'), [
      'LX*2',
      'SV1*HC:J3301:JZ:59:XU:76*48*UN*4*22**2:1**Y',
      'DTP*472*RD8*20261101-20261102',
      'REF*6R*L-7',
      'NTE*ADD*HALF A VIAL',
      'LIN**N4*00003029305',
      'CTP****2.5*ML',
      'NM1*82*1*HOUSE*GREGORY****XX*1003000126',
      'PRV*PE*PXC*207R00000X',
      'NM1*DK*1*CURIE*MARIE*A***XX*1992012348',
      'LX*3',
      'SV1*HC:00810:AA*700*MJ*45***1',
      'DTP*472*D8*20261102',
      'REF*6R*E1-1.3',
      'LX*4',
      'SV1*HC:A4649:::::DRESSING, SPECIAL*7.5*UN*1***1',
      'DTP*472*D8*20261102',
      'REF*6R*E1-1.4',
    ]);
  });

  test('a laboratory test goes out with the certificate, other services without', () => {
    const practice = PRACTICE.replace('  contact    Billing', '  clia       14D1234567\n  contact    Billing');
    assert.deepEqual(segments(valid(ENCOUNTER.replace('20610-RT', '80053'), practice), 'REF*X4'), ['REF*X4*14D1234567']);
    assert.deepEqual(segments(valid(ENCOUNTER, practice), 'REF*X4'), []);
  });

  test('a mammogram goes out with its certificate', () => {
    const practice = PRACTICE.replace('  contact    Billing', '  mammography 123456\n  contact    Billing');
    assert.deepEqual(segments(valid(ENCOUNTER.replace('20610-RT', '77067'), practice), 'REF*EW'), ['REF*EW*123456']);
    assert.deepEqual(segments(valid(ENCOUNTER, practice), 'REF*EW'), []);
  });

  test('an ambulance ride: why, how far, from where to where', () => {
    const text = valid(
      visit(`  referral   R98765
  supervising HOUSE
  transport  nearest 20.6 miles weight 180 pounds round-trip "Dialysis" stretcher "Cannot sit: hip"
  pick-up    9 Birch Rd, Apt 2, Springfield IL 62704-1111
  drop-off   800 Hospital Way, Springfield IL 62701-5000`),
    );
    assert.deepEqual(between(text, 'REF*9F', 'LX'), [
      'REF*9F*R98765',
      'CR1*LB*180**A*DH*20.6***DIALYSIS*CANNOT SIT: HIP'.replace(': ', ' '),
      'HI*ABK:M1711*ABF:E1165',
      'NM1*82*1*CURIE*MARIE*A***XX*1992012348',
      'PRV*PE*PXC*207Q00000X',
      'NM1*DQ*1*HOUSE*GREGORY****XX*1003000126',
      'NM1*PW*2',
      'N3*9 BIRCH RD*APT 2',
      'N4*SPRINGFIELD*IL*627041111',
      'NM1*45*2',
      'N3*800 HOSPITAL WAY',
      'N4*SPRINGFIELD*IL*627015000',
    ]);
    for (const [reason, code] of [
      ['physician', 'B'],
      ['family', 'C'],
      ['specialist', 'D'],
      ['rehabilitation', 'E'],
    ]) {
      assert.deepEqual(segments(valid(visit(`  transport ${reason} 5`)), 'CR1'), [`CR1****${code}*DH*5`]);
    }
  });

  test('a second coverage is listed while the first has not decided', () => {
    const text = valid(ENCOUNTER, TWO_PAYERS);
    assert.deepEqual(segments(text, 'SBR'), ['SBR*P*18*******MB', 'SBR*S*18*0098765******CI']);
    assert.deepEqual(between(text, 'SBR*S', 'LX'), [
      'SBR*S*18*0098765******CI',
      'OI***Y***Y',
      'NM1*IL*1*DOE*JANE*Q***MI*W123456789',
      'N3*12 ELM ST',
      'N4*SPRINGFIELD*IL*627045678',
      'NM1*PR*2*AETNA*****PI*60054',
    ]);
  });

  test('the second payer is told what the first decided, adjustments by group', () => {
    const text = valid(
      `${ENCOUNTER}
  adjudicated MEDICARE-9 2026-11-20 paid 120.00
    line 1 paid 70.00 CO-45 40.00 PR-2 25.00 CO-253 10.00
    line 20610 paid 50.00 CO-45 45.00 PR-1 15.00
`,
      TWO_PAYERS,
    );
    assert.deepEqual(segments(text, 'SBR'), ['SBR*S*18*0098765******CI', 'SBR*P*18*******MB']);
    assert.deepEqual(segments(text, 'NM1*40'), ['NM1*40*2*AETNA*****46*60054']);
    assert.deepEqual(segments(text, 'AMT*D'), ['AMT*D*120']);
    assert.deepEqual(
      between(text, 'LX*1', 'SE').filter((line) => /^(LX|SVD|CAS|DTP\*573|AMT)/.test(line)),
      [
        'LX*1',
        'SVD*00621*70*HC:99213:25**1',
        'CAS*CO*45*40**253*10',
        'CAS*PR*2*25',
        'DTP*573*D8*20261120',
        'AMT*EAF*25',
        'LX*2',
        'SVD*00621*50*HC:20610:RT**1',
        'CAS*CO*45*45',
        'CAS*PR*1*15',
        'DTP*573*D8*20261120',
        'AMT*EAF*15',
      ],
    );
  });

  test('what the first payer paid in all is what it paid on the lines, less what it took off the whole claim', () => {
    const lines = '    line 1 paid 70.00 CO-45 50.00 PR-2 25.00\n    line 20610 paid 50.00 CO-45 60.00\n';
    const text = valid(`${ENCOUNTER}\n  adjudicated MEDICARE-9 2026-11-20 CO-104 5.00\n${lines}`, TWO_PAYERS);
    assert.deepEqual(segments(text, 'AMT*D'), ['AMT*D*115']);
  });

  test('a decision on the claim as a whole bears reasons, rest and date there', () => {
    const text = valid(`${ENCOUNTER}\n  adjudicated MEDICARE-9 2026-11-20 paid 120.00 CO-45 95.00 PR-2 40.00\n`, TWO_PAYERS);
    assert.deepEqual(
      between(text, 'SBR*P', 'LX').filter((line) => /^(CAS|AMT|DTP)/.test(line)),
      ['CAS*CO*45*95', 'CAS*PR*2*40', 'AMT*D*120', 'AMT*EAF*40', 'DTP*573*D8*20261120'],
    );
  });

  test('Medicare as the second payer says why', () => {
    const text = valid(
      ENCOUNTER.replace('  place ', '  coverage AETNA-1 MEDICARE-9\n  place ') + '\n  adjudicated AETNA-1 2026-11-20 paid 120.00\n',
      TWO_PAYERS,
    );
    assert.deepEqual(segments(text, 'SBR'), ['SBR*S*18***12****MB', 'SBR*P*18*0098765******CI']);
  });

  test('names keep out of the delimiters and within their length', () => {
    const text = valid(
      ENCOUNTER,
      PRACTICE.replace('Riverside Family Medicine PC', `Ríver*side ~ “Fämily” : ^ ${'Médicine '.repeat(12)}`).replace(
        'Curie, Marie A',
        'Łukasiewicz-Straße, Zoë',
      ),
    );
    const [, , , name] = segments(text, 'NM1*85')[0].split('*');
    assert.match(name, /^RIVER SIDE "FAMILY" MEDICINE [A-Z ]+$/);
    assert.ok(name.length <= 60);
    assert.deepEqual(segments(text, 'NM1*82'), ['NM1*82*1*LUKASIEWICZ-STRASSE*ZOE****XX*1992012348']);
  });

  test('more than five thousand claims take a second transaction', () => {
    const [claim] = claimsOf(`${ENCOUNTER}    93000 A 45.00\n    36415 A 12.00\n    85025 A 20.00\n    80053 A 40.00\n`);
    const text = writeClaims({ claims: Array.from({ length: 5001 }, (_, i) => ({ claim, control: `C-${i}` })), interchange: INTERCHANGE });
    assert.deepEqual(segments(text, 'ST'), ['ST*837*0001*005010X222A1', 'ST*837*0002*005010X222A1']);
    assert.deepEqual(segments(text, 'GE'), ['GE*2*17']);
  });
});
