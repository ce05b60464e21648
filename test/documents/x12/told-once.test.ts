// One fault is told where it stands, and not again on segments that only disagree with it.
import assert from 'node:assert/strict';
import { checkX12Stream } from '../../../server/features/x12/check-stream';
import type { Finding } from '../../../server/rules/rule';
import { readX12 } from '../../../server/syntax/x12/read';
import { frameX12, x12Findings, x12World } from '../../rules/x12/kit';

const SECOND = `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*170~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*90*HC:99213**1~CAS*CO*45*55~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`;
const STAY = `837I
CLM*E2001*500***11:A:1**A*Y*Y
DTP*434*RD8*20260815-20260817
after CLM: DTP*096*TM*1130
after DTP*434: DTP*435*DT*202608150915
HI*ABK:M1711:::::::Y
after HI*ABK: HI*ABJ:M25561~HI*DR:470
SV2*0120**500*DA*2
no HI*APR
no DTP*472`;

/** Name, file, the only segment with errors. */
const FAULTS: readonly (readonly [name: string, text: string, segment: string])[] = [
  ['born in the future', frameX12('DMG*D8*20290314*F'), 'DMG*D8*20290314*F'],
  ['decision of a payer that is not named', frameX12(SECOND.replace('SVD*OTHER1*80', 'SVD*OTHER9*80')), 'SVD*OTHER9*80*HC:20610**1'],
  [
    'less than nothing paid for a line',
    frameX12(SECOND.replace('SVD*OTHER1*80', 'SVD*OTHER1*-80').replace('45*30', '45*190')),
    'SVD*OTHER1*-80*HC:20610**1',
  ],
  ['days of a line turned around', frameX12('DTP*472*RD8*20260815-20260814'), 'DTP*472*RD8*20260815-20260814'],
  ['born two hundred years ago', frameX12('DMG*D8*18251110*F\nHI*ABK:Z00129*ABF:E1165'), 'DMG*D8*18251110*F'],
  ['born after all else', frameX12('DMG*D8*20290314*F\nafter CLM: DTP*484*D8*20260601'), 'DMG*D8*20290314*F'],
  ['sex of no kind', frameX12('DMG*D8*19680314*B'), 'DMG*D8*19680314*B'],
  ['charge below nothing', frameX12('SV1*HC:99213:25*-145*UN*1***1:2'), 'SV1*HC:99213:25*-145*UN*1***1:2'],
  ['replacement with an empty number', frameX12('CLM*E1001*255***11:B:7*Y*A*Y*Y\nafter CLM: REF*F8'), 'REF*F8'],
  ['more paid for a line', frameX12(SECOND.replace('SVD*OTHER1*80', 'SVD*OTHER1*90')), 'SVD*OTHER1*90*HC:20610**1'],
  [
    'stay without its admission',
    frameX12('CLM*E1001*255***21:B:1*Y*A*Y*Y\nSV1*HC:99232*145*UN*1***1:2\nafter CLM: DTP*096*D8*20260816')
      .replace(/(PRV\*PE\*[^~]*~\n)/, '$1NM1*77*2*HOSPITAL~\nN3*1 ELM ST~\nN4*SPRINGFIELD*IL*627011234~\n')
      .replace('SE*32', 'SE*35'),
    'CLM*E1001',
  ],
  [
    'patient level with the code of another',
    frameX12(
      'HL*2*1*22*1\nSBR*P**0098765******CI\nno N3*12\nno N4*SPRINGFIELD*IL*627045678\nno DMG\nafter NM1*PR: HL*3*2*24*0~PAT*19~NM1*QC*1*DOE*SAM~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*20140403*M',
    ),
    'HL*3*2*24*0',
  ],
  ['last bill of a stay as one in its course', frameX12(STAY.replace('***11:A:1', '***11:A:3')), 'CLM*E2001*500***11:A:3**A*Y*Y'],
  ['statement turned around', frameX12(STAY.replace('20260815-20260817', '20260817-20260815')), 'DTP*434*RD8*20260817-20260815'],
  ['guide of another transaction in ST', frameX12('837D').replace(/(ST\*837\*\w+\*)005010X224A2/, '$1005010X222A1'), 'ST'],
  ['guide of another transaction in GS', frameX12('837D').replace(/(GS\*.*)005010X224A2/, '$1005010X222A1'), 'GS'],
  ['stay under the bill type of an outpatient', frameX12(STAY.replace('***11:A:1', '***13:A:1')), 'CLM*E2001*500***13:A:1**A*Y*Y'],
  [
    'no day at all in a dental claim',
    frameX12('837D\nCLM*E3001*280***11:B:1*Y*A*Y*Y\nno DTP*472\nlast: LX*2~SV3*AD:D0120*100****1'),
    'CLM*E3001*280***11:B:1*Y*A*Y*Y',
  ],
];

suite('x12: a fault is told once', () => {
  for (const [name, text, expected] of FAULTS)
    test(name, () => {
      const { segments } = readX12(text);
      const found = new Set(
        x12Findings(text)
          .filter(({ severity }) => severity === 'error')
          .map(({ span }) => segments.span(segments.at(span.start)))
          .map(({ start, end }) => text.slice(start, end)),
      );
      assert.equal(found.size, 1, [...found].join(' ') || 'nothing is told');
      assert.ok([...found][0].startsWith(expected), [...found].join(' '));
    });

  test('of a segment whose elements stand one place off rules say nothing, in the whole and in pieces', () => {
    const claim = frameX12('BHT*0019*00*B1*20260901*1253*CH');
    for (const [right, wrong] of [
      ['CLM*E1001*255***11:B:1', 'CLM*E1001*255**11:B:1'],
      ['***MI*', '**MI*'],
    ]) {
      assert.ok(claim.includes(right), right);
      const text = claim.replace(right, wrong);
      const stream = checkX12Stream(x12World(), 'file:///a.837');
      stream.push(text);
      const errors = (all: readonly Finding[]) => all.filter(({ severity }) => severity === 'error').map(({ message }) => message);
      const told = errors(stream.end());
      assert.equal(told.length, 1, told.join('\n'));
      assert.match(told[0], /^From \w+ on the elements stand one place too early/);
      assert.deepEqual(errors(x12Findings(text)), told);
    }
  });
});
