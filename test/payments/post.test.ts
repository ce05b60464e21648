// Remittances are read, checked and posted: what is paid, taken off, denied, taken back.
import assert from 'node:assert/strict';
import { checkBalance } from '../../server/payments/balance';
import { postRemittances } from '../../server/payments/post';
import { priorDecision } from '../../server/payments/prior-decision';
import { read835 } from '../../server/payments/read-835';
import { readX12 } from '../../server/syntax/x12/read';
import { corpus, read } from './kit';

const HEAD = [
  'BPR*I*108*C*ACH************20261110',
  'TRN*1*0012345*1600540000',
  'DTM*405*20261110',
  'N1*PR*Aetna',
  'N3*1 Way',
  'N4*Hartford*CT*061560001',
  'REF*2U*60054',
  'N1*PE*Riverside*XX*1234567893',
  'REF*TJ*361234567',
  'LX*1',
];
const PAID = [
  'CLP*E1-1*1*255*108*43*12*PCN1*11*1',
  'NM1*QC*1*DOE*JANE****MI*W123456789',
  'MOA***MA01*MA07',
  'SVC*HC:99213:25*145*72.5**1',
  'DTM*472*20261102',
  'CAS*CO*45*52.5',
  'CAS*PR*3*20',
  'REF*6R*E1-1.1',
  'AMT*B6*92.5',
  'SVC*HC:20610:RT*110*35.5**1',
  'DTM*472*20261102',
  'CAS*CO*45*44**253*7.5',
  'CAS*PR*1*10**2*13',
  'REF*6R*E1-1.2',
  'AMT*B6*66',
  'LQ*HE*N19',
];
const remittance = (...body: string[]) => read835(read('835', [...HEAD, ...body]))[0];

suite('read an 835', () => {
  test('everything on a claim and its lines', () => {
    const one = remittance(...PAID, 'PLB*1234567893*20261231*WO:PCN0*12.5*L6*-3');
    assert.deepEqual(
      [one.trace, one.date, one.method, one.amount, one.payer, one.payee.npi, one.payee.taxId],
      ['0012345', '2026-11-10', 'ACH', 10800, { name: 'Aetna', id: '60054' }, '1234567893', '361234567'],
    );
    const [claim] = one.claims;
    assert.deepEqual(
      [claim.control, claim.status, claim.charge, claim.paid, claim.patient, claim.payerNumber, claim.member],
      ['E1-1', '1', 25500, 10800, 4300, 'PCN1', 'W123456789'],
    );
    assert.deepEqual(
      claim.remarks.map((each) => each.code),
      ['MA01', 'MA07'],
    );
    assert.deepEqual(
      claim.lines[1].adjustments.map((each) => [each.group, each.reason, each.amount]),
      [
        ['CO', '45', 4400],
        ['CO', '253', 750],
        ['PR', '1', 1000],
        ['PR', '2', 1300],
      ],
    );
    assert.deepEqual(
      [claim.lines[1].control, claim.lines[1].allowed, claim.lines[1].from, claim.lines[1].modifiers],
      ['E1-1.2', 6600, '2026-11-02', ['RT']],
    );
    assert.deepEqual(
      one.provider.map((each) => [each.reason, each.reference, each.amount]),
      [
        ['WO', 'PCN0', 1250],
        ['L6', '', -300],
      ],
    );
  });

  test('any text', () => {
    for (const text of ['', 'ISA', 'CLP*1', 'ST*835*1~CLP~SVC~CAS~PLB~', 'ST*835*1~CLP*A*1*x*y~SVC*HC*1*2~CAS*CO*45*z~'])
      read835(readX12(text));
  });

  test('public remittances add up', function () {
    // The fifth one, tertiary-payment, has no adjustments on its line and does not add up.
    const names = ['managed-care', 'medicare-part-a', 'secondary-payment', 'cob-contractural-adjustment'];
    const files = names.flatMap((name) => corpus(`linuxforhealth/835_005010X221A1/${name}.835`) ?? []);
    if (files.length === 0) {
      console.log('      skipped: ../shared/corpus is not on this machine');
      this.skip();
    }
    for (const text of files) {
      const [one] = read835(readX12(text));
      assert.ok(one.claims.length > 0);
      assert.deepEqual(
        checkBalance(one).filter((each) => each.level !== 'payment'),
        [],
      );
    }
  });
});

suite('balance', () => {
  test('a remittance that adds up', () => assert.deepEqual(checkBalance(remittance(...PAID)), []));
  test('a line, its claim, the payment', () => {
    const found = checkBalance(remittance(...PAID.map((segment) => segment.replace('72.5**1', '72**1'))));
    assert.deepEqual(
      found.map((each) => [each.level, each.expected, each.stated]),
      [['line', 7250, 7200]],
    );
    const claim = checkBalance(remittance(...PAID.map((segment) => segment.replace('255*108', '255*107'))));
    assert.deepEqual(
      claim.map((each) => [each.level, each.expected, each.stated]),
      [
        ['claim', 10800, 10700],
        ['payment', 10700, 10800],
      ],
    );
  });
  test('provider adjustments count, AMT does not', () => {
    assert.equal(checkBalance(remittance(...PAID, 'PLB*1234567893*20261231*WO*8')).length, 1);
    assert.equal(checkBalance(remittance(...PAID, 'AMT*AU*999')).length, 0);
  });
});

suite('post', () => {
  test('a paid claim with the patient’s share', () => {
    const result = postRemittances([remittance(...PAID)]).get('E1-1');
    assert.deepEqual(
      [result?.state, result?.charge, result?.paid, result?.adjusted, result?.writtenOff],
      ['paid', 25500, 10800, { CO: 10400, PR: 4300 }, 10400],
    );
    assert.deepEqual(result?.patient, { deductible: 1000, coinsurance: 1300, copay: 2000, other: 0, total: 4300 });
    assert.equal(result && result.charge - result.paid - result.writtenOff - result.patient.total, 0);
  });

  test('all to the deductible is paid, not denied', () => {
    const result = postRemittances([remittance('CLP*E1-1*1*100*0*80*12*P*11*1', 'SVC*HC:99213*100*0', 'CAS*PR*1*80', 'CAS*CO*45*20')]).get(
      'E1-1',
    );
    assert.deepEqual([result?.state, result?.lines[0].denied], ['paid', false]);
  });

  test('one line of two refused is partial, all refused is denied', () => {
    const line = (paid: number, cas: string): string[] => [`SVC*HC:99213*100*${paid}`, cas];
    const post = (status: string, ...lines: string[][]) =>
      postRemittances([remittance(`CLP*E1-1*${status}*200*0**12*P*11*1`, ...lines.flat())]).get('E1-1')?.state;
    assert.equal(post('1', line(80, 'CAS*CO*45*20'), line(0, 'CAS*CO*97*100')), 'partial');
    assert.equal(post('1', line(0, 'CAS*CO*50*100'), line(0, 'CAS*CO*97*100')), 'denied');
    assert.equal(post('4'), 'denied');
  });

  test('a reversal and its correction net', () => {
    const reversal = [
      'CLP*E1-1*22*-255*-108*-43*12*PCN1*11*1',
      'SVC*HC:99213:25*-145*-72.5',
      'CAS*CO*45*-52.5',
      'CAS*PR*3*-20',
      'SVC*HC:20610:RT*-110*-35.5',
      'CAS*CO*45*-44**253*-7.5',
      'CAS*PR*1*-10**2*-13',
    ];
    const corrected = [
      'CLP*E1-1*1*255*120*31*12*PCN2*11*7',
      'SVC*HC:99213:25*145*84.5',
      'CAS*CO*45*52.5',
      'CAS*PR*3*8',
      'SVC*HC:20610:RT*110*35.5',
      'CAS*CO*45*44**253*7.5',
      'CAS*PR*1*10**2*13',
    ];
    const taken = postRemittances([remittance(...PAID), remittance(...reversal)]).get('E1-1');
    assert.deepEqual([taken?.state, taken?.paid, taken?.patient.total, taken?.adjusted], ['voided', 0, 0, { CO: 0, PR: 0 }]);
    const result = postRemittances([remittance(...PAID), remittance(...reversal, ...corrected)]).get('E1-1');
    assert.deepEqual(
      [result?.state, result?.paid, result?.patient.copay, result?.payerNumber, result?.history.map((each) => each.status)],
      ['paid', 12000, 800, 'PCN2', ['1', '22', '1']],
    );
  });

  test('a crossover', () =>
    assert.equal(
      postRemittances([remittance('CLP*E1-1*19*100*80*20*MB*P', 'NM1*TT*2*MEDIGAP*****PI*99', 'SVC*HC:99213*100*80', 'CAS*PR*2*20')]).get(
        'E1-1',
      )?.crossover,
      true,
    ));
});

suite('what the next payer is told', () => {
  test('each line finds its own', () => {
    const one = remittance(...PAID);
    const sent = [
      { position: 1, control: 'E1-1.1', code: '99213' },
      { position: 2, control: 'E1-1.2', code: '20610' },
    ];
    const decision = priorDecision(one.claims[0], one, 0, sent);
    assert.deepEqual(
      [decision.paid, decision.date, decision.payerNumber, decision.lines.map((line) => [line.position, line.paid])],
      [
        10800,
        '2026-11-10',
        'PCN1',
        [
          [1, 7250],
          [2, 3550],
        ],
      ],
    );
  });
  test('also without line numbers, in any order', () => {
    const one = remittance(...PAID.filter((segment) => !segment.startsWith('REF*6R')));
    const sent = [
      { position: 1, control: 'x', code: '20610' },
      { position: 2, control: 'y', code: '99213' },
    ];
    assert.deepEqual(
      priorDecision(one.claims[0], one, 0, sent).lines.map((line) => line.position),
      [2, 1],
    );
  });
});
