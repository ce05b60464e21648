// What an encounter becomes in the 837P, asserted segment by segment.
import assert from 'node:assert/strict';
import { ENCOUNTER } from '../kit/frame';
import { fileOf, segments, segmentsOf } from './kit';

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
    assert.deepEqual(segments(fileOf(ENCOUNTER.replace('20610-RT  A   110.00', 'J3301-JZ  A  x4  ndc 0003-0293-05 ML1')), 'SV1')[1], 'SV1*HC:J3301:JZ*48*UN*4***1');
  });
});
