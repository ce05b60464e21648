// A small valid professional claim of invented people, for tests to change.

/** The segments of the file, one a string, terminators not included. */
export const CLAIM_SEGMENTS: readonly string[] = [
  'ISA*00*          *00*          *ZZ*RIV001         *ZZ*TRAINPAYER     *260901*1253*^*00501*000000905*0*T*:',
  'GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1',
  'ST*837*0001*005010X222A1',
  'BHT*0019*00*B1*20260901*1253*CH',
  'NM1*41*2*RIVERSIDE FAMILY MEDICINE*****46*RIV001',
  'PER*IC*BILLING OFFICE*TE*2175550100',
  'NM1*40*2*TRAINING PAYER*****46*TRAINPAYER',
  'HL*1**20*1',
  'PRV*BI*PXC*207Q00000X',
  'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893',
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
  'CLM*E1001*303***11:B:1*Y*A*Y*Y',
  'REF*G1*A123456',
  'HI*ABK:M1711*ABF:E1165',
  'NM1*82*1*CURIE*MARIE*A***XX*1992012348',
  'PRV*PE*PXC*207Q00000X',
  'LX*1',
  'SV1*HC:99213:25*145*UN*1***1:2',
  'DTP*472*D8*20260815',
  'REF*6R*E1001-1',
  'LX*2',
  'SV1*HC:20610:RT*158*UN*1***1',
  'DTP*472*D8*20260815',
  'REF*6R*E1001-2',
  'SE*32*0001',
  'GE*1*1',
  'IEA*1*000000905',
];

/** The whole file as one text, a segment a line. */
export const CLAIM_FILE = `${CLAIM_SEGMENTS.join('~\n')}~\n`;
