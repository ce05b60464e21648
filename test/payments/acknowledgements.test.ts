// TA1, 999 and 277CA are read to plain answers.
import assert from 'node:assert/strict';
import { answersFor } from '../../server/payments/answers';
import { read277ca } from '../../server/payments/read-277ca';
import { read999 } from '../../server/payments/read-999';
import { readTa1 } from '../../server/payments/read-ta1';
import { readX12 } from '../../server/syntax/x12/read';
import { codeSets } from '../kit/code-sets';
import { corpus, read, response } from './kit';

const CONTEXT = { codes: codeSets(), date: '2026-11-10' };

const REFUSED = [
  'AK1*HC*17*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK3*SV1*22*2400*8',
  'CTX*CLM01:E1-1',
  'IK4*7:2*1328*7*13',
  'IK4*2*782*6*ABC',
  'IK3*HI*21*2300*3',
  'CTX*CLM01:E1-1',
  'IK5*R*5',
  'AK2*837*0002*005010X222A1',
  'IK5*A',
  'AK9*P*2*2*1',
];

suite('read a 999', () => {
  test('errors with their position', () => {
    const [group] = read999(read('999', REFUSED));
    assert.deepEqual(
      [group.control, group.outcome, group.transactions.map((one) => [one.control, one.outcome])],
      [
        '17',
        'P',
        [
          ['0001', 'R'],
          ['0002', 'A'],
        ],
      ],
    );
    assert.deepEqual(
      group.transactions[0].errors.map((one) => [
        one.segmentId,
        one.position,
        one.loop,
        one.code,
        one.element,
        one.component,
        one.elementCode,
        one.bad,
        one.control,
      ]),
      [
        ['SV1', 22, '2400', '8', 7, 2, '7', '13', 'E1-1'],
        ['SV1', 22, '2400', '8', 2, undefined, '6', 'ABC', 'E1-1'],
        ['HI', 21, '2300', '3', undefined, undefined, undefined, undefined, 'E1-1'],
      ],
    );
  });

  test('an element whose place is no number is an error of the segment', () => {
    const [group] = read999(
      read(
        '999',
        REFUSED.map((line) => line.replace('IK4*7:2', 'IK4*X')),
      ),
    );
    assert.deepEqual(
      group.transactions[0].errors.map((one) => [one.segmentId, one.element]),
      [
        ['SV1', 2],
        ['HI', undefined],
      ],
    );
  });

  test('without the file that was sent the claim is meant', () => {
    const answers = answersFor(response('999', REFUSED), CONTEXT);
    assert.deepEqual(
      answers.map((one) => [one.code, one.outcome, one.control, one.place.kind]),
      [
        ['999 IK5 R 5', 'rejected', undefined, 'claim'],
        ['999 IK403 7', 'rejected', 'E1-1', 'claim'],
        ['999 IK403 6', 'rejected', 'E1-1', 'claim'],
        ['999 IK304 3', 'rejected', 'E1-1', 'claim'],
        ['999 IK5 A', 'accepted', undefined, 'claim'],
      ],
    );
    assert.equal(answers[1].message, 'The receiver says: 2400 SV107-2 is not one of the codes allowed (“13”)');
  });
});

suite('read a 277CA', () => {
  const BODY = [
    'BHT*0085*08*X*20261110*0930*TH',
    'HL*1**20*1',
    'NM1*PR*2*AETNA*****PI*60054',
    'TRN*1*R',
    'DTP*050*D8*20261110',
    'DTP*009*D8*20261110',
    'HL*2*1*21*1',
    'NM1*41*2*RIVERSIDE*****46*RIV001',
    'TRN*2*0000000170001',
    'STC*A1:19:PR*20261110*WQ*500',
    'HL*3*2*19*1',
    'NM1*85*2*RIVERSIDE*****XX*1234567893',
    'TRN*1*0',
    'STC*A1:19:PR**WQ*500',
    'HL*4*3*PT',
    'NM1*QC*1*DOE*JANE****MI*W1',
    'TRN*2*E1-1',
    'STC*A3:247*20261110*U*255',
    'DTP*472*D8*20261102',
    'SVC*HC:20610:RT*110',
    'STC*A7:453*20261110*U*******A7:507',
    'REF*FJ*E1-1.2',
    'DTP*472*D8*20261102',
    'HL*5*3*PT',
    'NM1*QC*1*ROE*RICHARD****MI*M1',
    'TRN*2*E2-1',
    'STC*A2:20:PR*20261110*WQ*245',
    'REF*1K*PCN2',
    'DTP*472*D8*20261102',
  ];

  test('claims and lines', () => {
    const [batch] = read277ca(read('277', BODY));
    assert.deepEqual([batch.reference, batch.source.id], ['0000000170001', '60054']);
    assert.deepEqual(
      batch.claims.map((claim) => [
        claim.control,
        claim.payerNumber,
        claim.statuses.map((one) => `${one.category}:${one.status}`),
        claim.lines.map((line) => [line.control, line.statuses.length]),
      ]),
      [
        ['E1-1', '', ['A3:247'], [['E1-1.2', 2]]],
        ['E2-1', 'PCN2', ['A2:20'], []],
      ],
    );
  });

  test('a line’s statuses point at the line; that a line is wrong is not said twice', () => {
    const answers = answersFor(response('277', BODY), CONTEXT);
    assert.deepEqual(
      answers.map((one) => [one.control, one.code, one.outcome, one.place.kind, one.place.n]),
      [
        ['E1-1', 'A7:453', 'rejected', 'modifier', 2],
        ['E1-1', 'A7:507', 'rejected', 'procedure', 2],
        ['E2-1', 'A2:20:PR', 'accepted', 'claim', undefined],
      ],
    );
    assert.equal(answers[2].payerNumber, 'PCN2');
  });

  test('a status response is no acknowledgement', function () {
    const text = corpus('linuxforhealth/277_005010X212/claim-level-status.277');
    if (text === undefined) {
      console.log('      skipped: ../shared/corpus is not on this machine');
      this.skip();
    }
    const answers = answersFor(text ?? '', CONTEXT);
    assert.ok(answers.length > 0);
    assert.ok(answers.every((one) => one.outcome === 'information' && one.severity === 'information'));
  });
});

suite('read a TA1', () => {
  test('refused', () => {
    const isa = 'ISA*00*          *00*          *ZZ*60054          *ZZ*RIV001         *261110*0930*^*00501*000000055*0*T*:';
    const text = `${isa}~TA1*000000017*261103*0930*R*025~IEA*0*000000055~`;
    assert.deepEqual(readTa1(readX12(text)), [{ control: '000000017', outcome: 'R', code: '025', segment: 1 }]);
    const [one] = answersFor(text, CONTEXT);
    assert.deepEqual(
      [one.outcome, one.interchange, one.message],
      ['rejected', '000000017', 'The file 000000017 was refused as a whole: the same control number came before'],
    );
  });
});
