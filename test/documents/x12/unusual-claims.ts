// Claim files that are unusual and right: rare loops, segments, qualifiers, separators and times, each valid by its guide.
import { head, subscriber, wrap } from './situations';

const PROFESSIONAL = '005010X222A1',
  INSTITUTIONAL = '005010X223A2',
  DENTAL = '005010X224A2';

/** The patient who holds the policy. */
const JANE = subscriber(2, 0, 'SBR*P*18*0098765******CI', 'NM1*IL*1*DOE*JANE*Q***MI*W123456789');
const RICHARD = subscriber(
  2,
  0,
  'SBR*P*18*******MB',
  'NM1*IL*1*ROE*RICHARD****MI*1EG4TE5MK73',
  'DMG*D8*19500602*M',
  'NM1*PR*2*MEDICARE PART B*****PI*00621',
);
const CURIE = ['NM1*82*1*CURIE*MARIE****XX*1992012348', 'PRV*PE*PXC*207Q00000X'];
const line = (n: number, service: string, more: readonly string[] = [], day = 'D8*20260815'): string[] => [
  `LX*${n}`,
  `SV1*${service}`,
  `DTP*472*${day}`,
  ...more,
];
const practice = head('RIVERSIDE FAMILY MEDICINE', '207Q00000X');
const hospital = head('RIVERSIDE HOSPITAL', '282N00000X');
const dentist = head('RIVERSIDE DENTAL', '1223G0001X');
const professional = (...lines: readonly (readonly string[])[]): string => wrap(PROFESSIONAL, lines.flat());
const institutional = (...lines: readonly (readonly string[])[]): string => wrap(INSTITUTIONAL, lines.flat());
const dental = (...lines: readonly (readonly string[])[]): string => wrap(DENTAL, lines.flat());

/** The same file with other delimiters: element, component, repetition, terminator. */
const delimited = (text: string, element: string, component: string, repetition: string, terminator: string): string =>
  text.replace(/[*:^~]/g, (sign) => ({ '*': element, ':': component, '^': repetition, '~': terminator })[sign] ?? sign);

const VISIT = [['CLM*U1*145***11:B:1*Y*A*Y*Y', 'HI*ABK:M1711'], CURIE, line(1, 'HC:99213*145*UN*1***1', ['REF*6R*U1-1'])].flat();

const pay = [
  'NM1*87*2',
  'N3*PO BOX 77',
  'N4*SPRINGFIELD*IL*627051234',
  'NM1*PE*2*STATE RECOVERY PLAN*****PI*RECOV1',
  'N3*9 CAPITOL AVE',
  'N4*SPRINGFIELD*IL*627011000',
  'REF*2U*77001',
  'REF*EI*362223334',
];

const OTHER_PAYERS = [
  'CLM*U5*145***11:B:1*Y*A*Y*Y',
  'HI*ABK:M1711',
  ...CURIE,
  'SBR*P*18*GRP1******CI',
  'CAS*PR*1*20',
  'CAS*CO*45*25',
  'AMT*D*100',
  'AMT*EAF*20',
  'OI***Y***Y',
  'MOA***N130*MA07',
  'NM1*IL*1*DOE*JANE*Q***MI*X11',
  'N3*12 ELM ST',
  'N4*SPRINGFIELD*IL*627045678',
  'NM1*PR*2*FIRST HEALTH*****PI*10001',
  'N3*1 FIRST PLAZA',
  'N4*CHICAGO*IL*606011234',
  'DTP*573*D8*20260820',
  'REF*2U*5501',
  'REF*F8*ICN10001',
  'NM1*82*1',
  'REF*G2*55123',
  'SBR*S*01*GRP2******BL',
  'CAS*OA*23*125',
  'CAS*PR*3*10',
  'AMT*D*10',
  'OI***Y***Y',
  'NM1*IL*1*DOE*JOHN*M***MI*X22',
  'NM1*PR*2*SECOND HEALTH*****PI*10002',
  'DTP*573*D8*20260828',
  ...line(1, 'HC:99213*145*UN*1***1', ['REF*6R*U5-1']),
];

const STAY = ['CLM*U14*5000***11:A:1**A*Y*Y', 'DTP*096*TM*1130', 'DTP*434*RD8*20260810-20260813', 'DTP*435*DT*202608101200', 'CL1*1*1*01'];

/** Name of the variant and the file. */
export const UNUSUAL_CLAIMS: Readonly<Record<string, string>> = {
  'money goes to a post office box, the plan is paid back': professional(practice, pay, JANE, VISIT),

  'a ride in an ambulance with its reasons on the line': professional(practice, RICHARD, [
    'CLM*U2*900***41:B:1*Y*A*Y*Y',
    'CR1*LB*165**A*DH*12***STRETCHER NEEDED*NO NEARER HOSPITAL',
    'CRC*07*Y*01*04*06',
    'HI*ABK:I2109',
    'NM1*PW*2',
    'N3*9 BIRCH RD',
    'N4*SPRINGFIELD*IL*62704',
    'NM1*45*2',
    'N3*1 HOSPITAL DR',
    'N4*SPRINGFIELD*IL*62702',
    ...line(1, 'HC:A0427:RH*700*UN*1***1**Y', ['QTY*PT*1']),
    ...line(2, 'HC:A0425:RH*200*UN*12***1'),
  ]),

  'oxygen with its certificate and the answers of a form': professional(practice, RICHARD, [
    'CLM*U3*300***12:B:1*Y*A*Y*Y',
    'HI*ABK:J449',
    'LX*1',
    'SV1*HC:E1390:RR*300*UN*1***1',
    'SV5*HC:E1390*DA*30*300*900*1',
    'PWK*CT*AD',
    'CR3*R*MO*99',
    'CRC*09*N*ZV',
    'DTP*472*RD8*20260801-20260831',
    'DTP*607*D8*20260801',
    'DTP*463*D8*20260701',
    'DTP*461*D8*20260715',
    'REF*6R*U3-1',
    'NM1*DK*1*POE*EVA****XX*1540000019',
    'N3*5 ELM ST',
    'N4*SPRINGFIELD*IL*62704',
    'PER*IC*EVA POE*TE*2175550102',
    'LQ*UT*484.03',
    'FRM*1A**55',
    'FRM*1C***20260715',
    'FRM*4*Y',
  ]),

  'drugs by the vial, compounded, with their prescription': professional(practice, JANE, [
    'CLM*U4*258***11:B:1*Y*A*Y*Y',
    'HI*ABK:M1711',
    ...CURIE,
    ...line(1, 'HC:J3301*48*UN*4***1', ['REF*6R*U4-1', 'LIN**N4*00003029305', 'CTP****1*ML', 'REF*XZ*RX5501']),
    ...line(2, 'HC:20610:RT*210*UN*1***1', ['REF*6R*U4-2']),
  ]),

  'two payers before this one, with their decisions on the claim': professional(
    practice,
    subscriber(2, 0, 'SBR*T*18*0098765******CI', 'NM1*IL*1*DOE*JANE*Q***MI*W123456789'),
    OTHER_PAYERS,
  ),

  'a claim with new prices of a network': professional(practice, JANE, [
    'CLM*U6*145***11:B:1*Y*A*Y*Y',
    'REF*9A*RP77001',
    'HI*ABK:M1711',
    'HCP*03*100*45*362223334',
    ...CURIE,
    ...line(1, 'HC:99213*145*UN*1***1', ['REF*9B*RP77001-1', 'REF*6R*U6-1', 'HCP*03*100*45*362223334*100']),
  ]),

  'an accident at work, held by the employer': professional(
    practice,
    [
      'HL*2*1*22*1',
      'SBR*P********WC',
      'NM1*IL*2*RIVERSIDE WORKS',
      'NM1*PR*2*STATE FUND*****PI*36273',
      'HL*3*2*23*0',
      'PAT*20',
      'NM1*QC*1*DOE*JANE*Q',
      'N3*12 ELM ST',
      'N4*SPRINGFIELD*IL*627045678',
      'DMG*D8*19680314*F',
      'REF*Y4*WC-2026-77',
      'REF*SY*221334455',
      'PER*IC*JANE DOE*TE*2175550142*EX*12',
      'CLM*U7*145***11:B:1*Y*A*Y*Y**EM',
      'DTP*439*D8*20260701',
      'DTP*360*D8*20260702',
      'DTP*297*D8*20260701',
      'DTP*296*D8*20260802',
      'DTP*444*D8*20260702',
      'PWK*OZ*EL***AC*DOC77',
      'HI*ABK:S52501A*ABF:W19XXXA',
    ],
    CURIE,
    line(1, 'HC:99213*145*UN*1***1', ['REF*6R*U7-1']),
  ),

  'notes, papers, a contract and words to the payer': professional(practice, JANE, [
    'CLM*U8*145***11:B:1*Y*A*Y*Y',
    'DTP*431*D8*20260801',
    'DTP*454*D8*20260802',
    'DTP*304*D8*20260810',
    'PWK*OZ*BM***AC*DOC1',
    'PWK*DA*AA',
    'CN1*09*12.5',
    'AMT*F5*25',
    'REF*9F*REF77',
    'REF*G1*AUTH77',
    'REF*D9*NET77001',
    'REF*EA*MRN77',
    'REF*P4*DEMO7',
    'K3*STATE DATA REQUIREMENT',
    'NTE*ADD*SEEN WITH HER DAUGHTER',
    'HI*ABK:M1711',
    ...CURIE,
    ...line(1, 'HC:99213*145*UN*1***1', ['REF*6R*U8-1', 'NTE*DCP*LONG TALK']),
  ]),

  'chiropractic treatment with its X-ray': professional(practice, RICHARD, [
    'CLM*U9*90***11:B:1*Y*A*Y*Y',
    'DTP*431*D8*20260801',
    'DTP*454*D8*20260803',
    'DTP*455*D8*20260802',
    'CR2********A**ACUTE PAIN',
    'HI*ABK:M9903*ABF:M5450',
    ...CURIE,
    ...line(1, 'HC:98941:AT*90*UN*1***1:2', ['REF*6R*U9-1']),
  ]),

  'a screening of a child with a referral, and one without': professional(
    practice,
    subscriber(2, 0, 'SBR*P*18*******MC', 'NM1*IL*1*DOE*SAM****MI*900111222', 'DMG*D8*20180403*M', 'NM1*PR*2*STATE MEDICAID*****PI*ILMCD'),
    [
      'CLM*U10*150***11:B:1*Y*A*Y*Y***03',
      'CRC*ZZ*Y*AV*S2',
      'HI*ABK:Z00129',
      ...CURIE,
      ...line(1, 'HC:99393:EP*150*UN*1***1*****Y', ['REF*6R*U10-1']),
      'CLM*U10B*30***11:B:1*Y*A*Y*Y***03',
      'CRC*ZZ*N*NU',
      'HI*ABK:Z00129',
      ...CURIE,
      ...line(1, 'HC:92551*30*UN*1***1*****Y', ['REF*6R*U10B-1'], 'D8*20260822'),
    ],
  ),

  'a test at home for somebody who cannot leave it': professional(practice, RICHARD, [
    'CLM*U11*8***12:B:1*Y*A*Y*Y',
    'CRC*75*Y*IH',
    'HI*ABK:I10',
    ...CURIE,
    ...line(1, 'HC:36415*8*UN*1***1', ['REF*6R*U11-1']),
  ]),

  'a doctor of a hospice, a line seen by another': professional(practice, RICHARD, [
    'CLM*U12*145***12:B:1*Y*A*Y*Y',
    'HI*ABK:C3490',
    'LX*1',
    'SV1*HC:99349:GV*145*UN*1***1',
    'CRC*70*N*65',
    'DTP*472*D8*20260815',
    'REF*6R*U12-1',
    ...CURIE,
    'NM1*DQ*1*HOUSE*GREGORY****XX*1003000126',
  ]),

  'new glasses, an anesthesia with its operation, a purchased test': professional(practice, JANE, [
    'CLM*U13*90***11:B:1*Y*A*Y*Y',
    'DTP*471*D8*20260801',
    'CRC*E1*Y*L1*L3',
    'HI*ABK:H5213',
    ...CURIE,
    ...line(1, 'HC:92340*90*UN*1***1', ['REF*6R*U13-1']),
    'CLM*U13B*600***24:B:1*Y*A*Y*Y',
    'HI*ABK:M1711',
    'HI*BP:27447*BO:27446',
    ...CURIE,
    'NM1*77*2*SPRINGFIELD SURGICAL*****XX*1003000134',
    'N3*5 OAK AVE',
    'N4*SPRINGFIELD*IL*627023344',
    ...line(1, 'HC:01402:AA:P2*600*MJ*95***1', ['REF*6R*U13B-1']),
    'CLM*U13C*110***11:B:1*Y*A*Y*Y',
    'HI*ABK:J449',
    ...CURIE,
    ...line(1, 'HC:71046*110*UN*1***1', ['REF*6R*U13C-1', 'PS1*1003000142*60', 'NM1*QB*2******XX*1003000142']),
  ]),

  'a stay with its group, procedures, occurrences, spans, values and conditions': institutional(hospital, JANE, [
    ...STAY,
    'PWK*OZ*EL***AC*N77',
    'REF*G1*AUTH7',
    'REF*EA*MR77',
    'REF*D9*NET77',
    'REF*LX*IDE1',
    'NTE*DME*WALKER ORDERED',
    'NTE*ADD*LATE ARRIVAL',
    'HI*ABK:S72001A:::::::Y',
    'HI*ABJ:S72001A',
    'HI*ABN:W19XXXA:::::::Y*ABN:Y92009:::::::Y',
    'HI*DR:470',
    'HI*ABF:I10:::::::Y*ABF:E1165:::::::N*ABF:Z794',
    'HI*BBR:0SR9019:D8:20260811',
    'HI*BBQ:0SRB019:D8:20260812',
    'HI*BI:70:RD8:20260701-20260705*BI:M0:RD8:20260810-20260812',
    'HI*BH:11:D8:20260801*BH:A1:D8:19680314',
    'HI*BE:80:::3*BE:01:::1200*BE:A2:::400',
    'HI*BG:09*BG:C1',
    'HCP*02*4000*1000*362223334',
    'NM1*71*1*CURIE*MARIE****XX*1992012348',
    'PRV*AT*PXC*207RC0000X',
    'NM1*72*1*HOUSE*GREGORY****XX*1003000126',
    'NM1*ZZ*1*POE*EVA****XX*1540000019',
    'NM1*DN*1*STOWE*AMY****XX*1770000028',
    'LX*1',
    'SV2*0120**4500*DA*3',
    'LX*2',
    'SV2*0250**500*UN*5',
    'DTP*472*D8*20260811',
    'REF*6R*U14-2',
  ]),

  'a bill of a home health agency with treatment codes': institutional(
    head('RIVERSIDE HOME HEALTH', '251E00000X'),
    RICHARD.map((one) => one.replace('*MB', '*MA')),
    [
      'CLM*U15*600***32:A:9**A*Y*Y',
      'DTP*434*RD8*20260801-20260830',
      'DTP*435*D8*20260801',
      'CL1*9*1*30',
      'REF*G1*12AB34CD56',
      'HI*ABK:I10',
      'HI*BH:50:D8:20260801',
      'HI*BE:61:::99916*BE:85:::17167',
      'HI*TC:A01',
      'NM1*71*1*CURIE*MARIE****XX*1992012348',
      'LX*1',
      'SV2*0551*HC:G0299*300*UN*4',
      'DTP*472*D8*20260803',
      'LX*2',
      'SV2*0551*HC:G0299*300*UN*4',
      'DTP*472*D8*20260810',
      'LX*3',
      'SV2*0023*HP:1AA11*0*UN*1',
      'DTP*472*D8*20260803',
    ],
  ),

  'skilled nursing after a stay in hospital': institutional(
    head('RIVERSIDE SKILLED NURSING', '314000000X'),
    RICHARD.map((one) => one.replace('*MB', '*MA')),
    [
      'CLM*U23*3100***21:A:1**A*Y*Y',
      'DTP*096*TM*1000',
      'DTP*434*RD8*20260806-20260816',
      'DTP*435*DT*202608061500',
      'CL1*3*5*01',
      'HI*ABK:I69351',
      'HI*ABJ:I69351',
      'HI*BI:70:RD8:20260801-20260806',
      'HI*BH:50:D8:20260813',
      'HI*BE:80:::10',
      'NM1*71*1*CURIE*MARIE****XX*1992012348',
      'LX*1',
      'SV2*0022*HP:KAGF1*0*UN*10',
      'LX*2',
      'SV2*0120**3000*DA*10',
      'LX*3',
      'SV2*0420*HC:97110:GP*100*UN*2',
    ],
  ),

  'an emergency visit of a hospital, with reasons of the visit and causes': institutional(hospital, JANE, [
    'CLM*U16*900***13:A:1**A*Y*Y',
    'DTP*434*RD8*20260815-20260815',
    'DTP*435*DT*202608152310',
    'CL1*1*1*01',
    'HI*ABK:S52501A',
    'HI*APR:M25531*APR:R52',
    'HI*ABN:W19XXXA*ABN:Y92009',
    'HI*BH:05:D8:20260815',
    'NM1*71*1*CURIE*MARIE****XX*1992012348',
    'LX*1',
    'SV2*0450*HC:99283:25*600*UN*1',
    'DTP*472*D8*20260815',
    'LX*2',
    'SV2*0320*HC:73110:RT*300*UN*1',
    'DTP*472*D8*20260815',
  ]),

  'a dentist: quadrants, missing teeth, a crown that replaces another': dental(dentist, JANE, [
    'CLM*U17*1600***11:B:1*Y*A*Y*Y',
    'DTP*472*D8*20260815',
    'DN2*1*M****JP',
    'DN2*32*E****JP',
    'PWK*RB*EL***AC*XR1',
    'REF*G1*AUTH7',
    'NTE*ADD*OLD CROWN BROKE',
    'NM1*82*1*CURIE*MARIE****XX*1992012348',
    'PRV*PE*PXC*1223G0001X',
    'NM1*DD*1*HOUSE*GREGORY****XX*1003000126',
    'PRV*AS*PXC*1223S0112X',
    'LX*1',
    'SV3*AD:D2740*1000***R*1',
    'TOO*JP*14',
    'DTP*441*D8*20150301',
    'REF*6R*U17-1',
    'LX*2',
    'SV3*AD:D4341*400**10**1',
    'REF*6R*U17-2',
    'LX*3',
    'SV3*AD:D2392*200****1',
    'TOO*JP*3*M:O',
    'REF*6R*U17-3',
  ]),

  'dental treatment that is only asked for': dental(dentist, JANE, [
    'CLM*U18*2300***11:B:1*Y*A*Y*Y**********PB',
    'DN1*24',
    'NM1*82*1*CURIE*MARIE****XX*1992012348',
    'PRV*PE*PXC*1223X0400X',
    'LX*1',
    'SV3*AD:D8080*2300**01:02*I*1',
    'REF*6R*U18-1',
  ]),

  'corrections of the guide A2, a name in small letters, signs of the larger set': professional(practice, JANE, VISIT)
    .replaceAll(PROFESSIONAL, '005010X222A2')
    .replace('DOE*JANE*Q', 'Doe*Jane*Q')
    .replace('12 ELM ST', "12 O'Hara Ln #4 @ Main_St"),

  'other delimiters, and lines that end as in Windows': delimited(professional(practice, JANE, VISIT), '|', '>', '!', "'").replace(
    /\n/g,
    '\r\n',
  ),

  'line breaks are the terminators': professional(practice, JANE, VISIT).replaceAll('~\n', '\n'),

  'everything on one line': professional(practice, RICHARD, VISIT).replaceAll('\n', ''),

  'a claim from the days of ICD-9': professional(practice, JANE, [
    'CLM*U22*145***11:B:1*Y*A*Y*Y',
    'HI*BK:71516*BF:25000',
    ...CURIE,
    ...line(1, 'HC:99213*145*UN*1***1:2', ['REF*6R*U22-1'], 'D8*20140815'),
  ])
    .replaceAll('20260901', '20140901')
    .replace('*260901*', '*140901*'),

  'two groups, two transactions in the first': twoGroups(),

  'a report of an encounter that costs nothing': professional(practice, JANE, [
    'CLM*U24*0***11:B:1*Y*C*Y*Y',
    'CN1*05*0',
    'HI*ABK:M1711',
    ...CURIE,
    ...line(1, 'HC:99213*0*UN*1***1', ['REF*6R*U24-1']),
  ]).replace('*CH~', '*RP~'),

  'a mother pays for a newborn who has no name yet': professional(practice, [
    'HL*2*1*22*1',
    'SBR*P**0098765******BL',
    'NM1*IL*1*DOE*JANE*Q***MI*W123456789',
    'N3*12 ELM ST',
    'N4*SPRINGFIELD*IL*627045678',
    'DMG*D8*19880314*F',
    'NM1*PR*2*BLUE CARE*****PI*BC001',
    'HL*3*2*23*0',
    'PAT*19',
    'NM1*QC*1*DOE*BABY GIRL',
    'N3*12 ELM ST',
    'N4*SPRINGFIELD*IL*627045678',
    'DMG*D8*20260815*U',
    'CLM*U25*300***21:B:1*Y*A*Y*Y',
    'DTP*435*D8*20260815',
    'HI*ABK:Z3800',
    ...CURIE,
    'NM1*77*2*SPRINGFIELD HOSPITAL*****XX*1003000134',
    'N3*5 OAK AVE',
    'N4*SPRINGFIELD*IL*627023344',
    ...line(1, 'HC:99460*300*UN*1***1', ['REF*6R*U25-1']),
  ]),
};

function twoGroups(): string {
  const one = professional(practice, JANE, VISIT);
  const [isa, gs, ...rest] = one.trimEnd().split('\n');
  const [iea = '', ge = ''] = [rest.pop(), rest.pop()];
  const renumbered = (n: number, name: string): string[] =>
    rest.map((segment) =>
      segment
        .replace(/^ST\*837\*0001/, `ST*837*000${n}`)
        .replace(/^(SE\*\d+)\*0001/, `$1*000${n}`)
        .replace('*B1*', `*B${n}*`)
        .replaceAll('U1', name),
    );
  return [
    isa,
    gs,
    ...renumbered(1, 'U1'),
    ...renumbered(2, 'U2').map((segment) => segment.replace('20260815', '20260816')),
    ge.replace('GE*1', 'GE*2'),
    gs.replace('*1*X*', '*2*X*'),
    ...renumbered(3, 'U3').map((segment) => segment.replace('20260815', '20260817')),
    ge.replace('*1~', '*2~'),
    iea.replace('IEA*1', 'IEA*2'),
  ]
    .map((segment) => `${segment}\n`)
    .join('');
}
