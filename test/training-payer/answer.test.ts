// What the training payer answers, read back from its own files.
import assert from 'node:assert/strict';
import { checkBalance } from '../../server/payments/balance';
import { postRemittances } from '../../server/payments/post';
import { answer, answerNext, recall } from '../../server/training-payer/answer';
import { segments, segmentsOf } from '../claims/kit';
import { ENCOUNTER } from '../kit/frame';
import { CONTRACT, answered, lines, office, remittances, statuses } from './kit';

function contract(more: string): string {
  return `${CONTRACT}${more}`;
}

suite('the training payer takes a claim in', () => {
  test('all four answers to a plain visit', () => {
    const one = answered(ENCOUNTER);
    assert.deepEqual(segments(one.ta1 ?? '', 'TA1'), ['TA1*000000017*261103*0930*A*000']);
    assert.deepEqual(segmentsOf(one['999'] ?? '').slice(2, -2), [
      'ST*999*0001*005010X231A1',
      'AK1*HC*17*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK9*A*1*1*1',
      'SE*6*0001',
    ]);
    assert.deepEqual(segmentsOf(one['277ca'] ?? '').slice(2, -2), [
      'ST*277*0001*005010X214',
      'BHT*0085*08*00000001700010001*20261103*0930*TH',
      'HL*1**20*1',
      'NM1*PR*2*AETNA*****PI*60054',
      'TRN*1*0000000170001',
      'DTP*050*D8*20261103',
      'DTP*009*D8*20261103',
      'HL*2*1*21*1',
      'NM1*41*2*RIVERSIDE FAMILY MEDICINE PC*****46*RIV001',
      'TRN*2*0000000170001',
      'STC*A1:19:PR*20261103*WQ*255',
      'QTY*90*1',
      'AMT*YU*255',
      'HL*3*2*19*1',
      'NM1*85*2*RIVERSIDE FAMILY MEDICINE PC*****XX*1234567893',
      'TRN*1*0',
      'STC*A1:19:PR**WQ*255',
      'REF*TJ*361234567',
      'QTY*QA*1',
      'AMT*YU*255',
      'HL*4*3*PT',
      'NM1*QC*1*DOE*JANE*Q***MI*W123456789',
      'TRN*2*E1-1',
      'STC*A2:20*20261103*WQ*255',
      'REF*1K*2026110300017001',
      'DTP*472*D8*20261102',
      'SE*27*0001',
    ]);
    assert.deepEqual(segmentsOf(one['835'] ?? '').slice(2, -2), [
      'ST*835*0001',
      'BPR*I*158.5*C*CHK************20261103',
      'TRN*1*202611030000000171*1000060054',
      'DTM*405*20261103',
      'N1*PR*AETNA',
      'N3*1 TRAINING WAY',
      'N4*SPRINGFIELD*IL*627010001',
      'REF*2U*60054',
      'PER*BL*TRAINING PAYER*TE*8005550100',
      'N1*PE*RIVERSIDE FAMILY MEDICINE PC*XX*1234567893',
      'N3*100 MAIN ST',
      'N4*SPRINGFIELD*IL*627011234',
      'REF*TJ*361234567',
      'LX*1',
      'CLP*E1-1*1*255*158.5**12*2026110300017001*11*1',
      'NM1*QC*1*DOE*JANE*Q***MI*W123456789',
      'NM1*82*1*CURIE*MARIE*A***XX*1992012348',
      'DTM*050*20261103',
      'SVC*HC:99213:25*145*92.5**1',
      'DTM*472*20261102',
      'CAS*CO*45*52.5',
      'REF*6R*E1-1.1',
      'AMT*B6*92.5',
      'SVC*HC:20610:RT*110*66**1',
      'DTM*472*20261102',
      'CAS*CO*45*44',
      'REF*6R*E1-1.2',
      'AMT*B6*66',
      'SE*29*0001',
    ]);
  });

  test('several interchanges in a file are answered one by one', () => {
    const { file, contracts } = office();
    const two = file(ENCOUNTER) + file(ENCOUNTER.replace('E1', 'E2').replace('2026-11-02', '2026-11-03'), { interchange: { control: 18 } });
    const one = answer({ file: two, contracts });
    assert.deepEqual(
      segments(one.ta1 ?? '', 'TA1').map((line) => line.slice(0, 13)),
      ['TA1*000000017', 'TA1*000000018'],
    );
    assert.deepEqual(statuses(one), ['A2:20', 'A2:20']);
    assert.deepEqual(
      remittances(one).map((each) => each.claims[0].control),
      ['E1-1', 'E2-1'],
    );
  });

  test('one file after another is answered as with its history', () => {
    const { file, contracts } = office(contract('  deductible 100.00\n'));
    const first = file(ENCOUNTER),
      second = file(ENCOUNTER.replace('E1', 'E2').replace('2026-11-02', '2026-11-03'), { interchange: { control: 18 } });
    const { memory } = answerNext(recall([], contracts), first, contracts);
    assert.deepEqual(answerNext(memory, second, contracts).answer, answer({ file: second, contracts, history: [first] }));
  });

  test('the same file has the same answer', () => assert.deepEqual(answered(ENCOUNTER), answered(ENCOUNTER)));

  test('copay, deductible and coinsurance come off in this order', () => {
    const one = answered(ENCOUNTER, contract('  copay 25.00\n  deductible 50.00\n  coinsurance 20%\n'));
    assert.deepEqual(lines(one), ['99213 14.00 CO-45 52.50 PR-1 50.00 PR-2 3.50 PR-3 25.00', '20610 52.80 CO-45 44.00 PR-2 13.20']);
    const [remittance] = remittances(one);
    assert.deepEqual(checkBalance(remittance), []);
    const result = postRemittances([remittance]).get('E1-1');
    assert.equal(result?.state, 'paid');
    assert.deepEqual(result?.patient, { deductible: 5000, coinsurance: 1670, copay: 2500, other: 0, total: 9170 });
  });
});

suite('the training payer turns a claim away', () => {
  const cases: [string, string, string, string][] = [
    ['an unknown member', ENCOUNTER, CONTRACT.replace('W123456789 Doe, Jane Q 1968-03-14', 'W999 Roe, Ann 1970-01-01'), 'A3:33:IL'],
    ['a known person under another id', ENCOUNTER, CONTRACT.replace('W123456789', 'W123456798'), 'A7:164:IL'],
    ['a name that does not match', ENCOUNTER, CONTRACT.replace('Doe, Jane', 'Doe, Janet'), 'A7:125:IL'],
    ['a date of birth that does not match', ENCOUNTER, CONTRACT.replace('1968-03-14', '1968-03-15'), 'A7:158:IL'],
    ['a coverage that has ended', ENCOUNTER, CONTRACT.replace('from 2025-01-01', 'from 2025-01-01 to 2026-10-31'), 'A3:88:IL'],
    ['a coverage that has not begun', ENCOUNTER, CONTRACT.replace('from 2025-01-01', 'from 2026-12-01'), 'A3:88:IL'],
    ['a payer without contract', ENCOUNTER, CONTRACT.replace('contract AETNA', 'contract MEDICARE'), 'A3:116:PR'],
    ['a replacement of nothing', ENCOUNTER.replace('  place ', '  replaces 2026110300017001\n  place '), CONTRACT, 'A7:464'],
  ];
  for (const [title, encounter, terms, expected] of cases) {
    test(title, () => {
      const one = answered(encounter, terms);
      assert.deepEqual(statuses(one), [expected]);
      assert.equal(one['835'], undefined);
    });
  }

  test('the same claim twice in a file', () =>
    assert.deepEqual(statuses(answered(ENCOUNTER + ENCOUNTER.replace('encounter E1', 'encounter E2'))), ['A2:20', 'A3:54']));

  test('the same interchange twice', () => {
    const { file, contracts } = office();
    const text = file(ENCOUNTER);
    const again = answer({ file: text, contracts, history: [text] });
    assert.deepEqual(Object.keys(again), ['ta1']);
    assert.deepEqual(segments(again.ta1 ?? '', 'TA1'), ['TA1*000000017*261103*0930*R*025']);
  });
});

suite('the training payer denies', () => {
  const visit = ENCOUNTER.replace('    20610-RT  A   110.00', '    80053  A  35.00\n    36415  A  8.00');
  test('what it does not cover', () => {
    assert.deepEqual(lines(answered(ENCOUNTER, contract('  deny 20610 CO-96 N130\n'))), [
      '99213 92.50 CO-45 52.50',
      '20610 0.00 CO-96 110.00 N130',
    ]);
  });
  test('what is part of another service, unless it is marked as distinct', () => {
    assert.equal(lines(answered(visit, contract('  bundle 36415 into 80053\n')))[2], '36415 0.00 CO-97 8.00 M15');
    assert.equal(lines(answered(visit.replace('36415', '36415-59'), contract('  bundle 36415 into 80053\n')))[2], '36415 6.40 CO-45 1.60');
  });
  test('what was not authorized', () => {
    const terms = contract('  requires-authorization 20610\n  authorization A123456 20610 units 1\n');
    assert.equal(lines(answered(ENCOUNTER, terms))[1], '20610 0.00 CO-197 110.00');
    const authorized = ENCOUNTER.replace('  place ', '  authorization a123456\n  place ');
    assert.equal(lines(answered(authorized, terms))[1], '20610 66.00 CO-45 44.00');
    assert.equal(
      lines(answered(authorized.replace('20610-RT  A   110.00', '20610-50  A  x2 220.00'), terms))[1],
      '20610 0.00 CO-198 220.00',
    );
  });
  test('the same line a second time, unless it says that it is a repeat', () => {
    const twice = (line: string, more = ''): string | undefined =>
      lines(answered(ENCOUNTER.replace('    20610-RT  A   110.00', `    20610-RT  A   110.00\n    ${line}`), contract(more)))[2];
    const denied = '20610 0.00 OA-18 110.00',
      paid = '20610 66.00 CO-45 44.00';
    assert.equal(twice('20610-RT  A   110.00'), denied);
    assert.equal(twice('20610-RT  A   110.00', '  copay 300.00\n  deductible 500.00\n'), denied);
    assert.equal(twice('20610-RT  B   110.00'), denied, 'for whatever diagnosis');
    const repeats = ['20610-RT-76  A  110.00', '20610-RT-59  A  110.00', '20610-LT  A  110.00', '20610-RT  A  110.00  rendering HOUSE'];
    for (const repeated of repeats) assert.equal(twice(repeated), paid, repeated);
    const vials = ['05', '20'].map((size) => `J3301  A  x4  48.00  ndc 00003-0293-${size} ML1`).join('\n    ');
    assert.match(twice(vials) ?? '', /^J3301 38\.40 /);
    const all = answered(ENCOUNTER.replace('    20610-RT  A   110.00', '    20610-RT  A   110.00\n    20610-RT  A   110.00'));
    assert.deepEqual(remittances(all).flatMap(checkBalance), []);
    assert.equal(postRemittances(remittances(all)).get('E1-1')?.state, 'partial');
  });
  test('what came late', () => {
    const late = answered(ENCOUNTER.replace('2026-11-02', '2026-06-02'), contract('  timely-filing 120 days\n'));
    assert.deepEqual(lines(late), ['99213 0.00 CO-29 145.00 N211', '20610 0.00 CO-29 110.00 N211']);
    assert.equal(postRemittances(remittances(late)).get('E1-1')?.state, 'denied');
  });
});

suite('the training payer remembers', () => {
  const { file, contracts } = office(contract('  deductible 100.00\n  copay 20.00\n'));
  const first = file(ENCOUNTER);
  const answers = answer({ file: first, contracts });
  const number = 2;

  test('a deductible is paid once', () => {
    const later = file(ENCOUNTER.replace('E1', 'E2').replace('2026-11-02', '2026-11-03'), { interchange: { control: 18 } });
    for (const history of [[first], [first, answers['277ca'] ?? '', answers['835'] ?? '']]) {
      const one = answer({ file: later, contracts, history });
      assert.deepEqual(lines(one), ['99213 72.50 CO-45 52.50 PR-3 20.00', '20610 66.00 CO-45 44.00']);
    }
  });

  test('a replacement takes back what was paid and pays anew', () => {
    const replaced = ENCOUNTER.replace('  place ', '  replaces 2026110300017001\n  place ').replace('145.00', '150.00');
    const one = answer({
      file: file(replaced, { attempt: number, interchange: { control: 18 } }),
      contracts,
      history: [first, answers['277ca'] ?? '', answers['835'] ?? ''],
    });
    assert.deepEqual(statuses(one), ['A2:20']);
    const [remittance] = remittances(one);
    assert.deepEqual(
      remittance.claims.map((claim) => [claim.control, claim.status, claim.charge, claim.paid]),
      [
        ['E1-1', '22', -25500, -3850],
        ['E1-2', '1', 26000, 3850],
      ],
    );
    assert.deepEqual(checkBalance(remittance), []);
    const results = postRemittances([...remittances(answers), remittance]);
    assert.equal(results.get('E1-1')?.state, 'voided');
    assert.equal(results.get('E1-1')?.paid, 0);
    assert.equal(results.get('E1-2')?.state, 'paid');
  });

  test('a void takes the money back, now or from the next payment', () => {
    const voided = ENCOUNTER.replace('  place ', '  voids 2026110300017001\n  place ');
    const history = [first, answers['277ca'] ?? '', answers['835'] ?? ''];
    const second = file(voided, { attempt: 2, interchange: { control: 18 } });
    const one = answer({ file: second, contracts, history });
    const [remittance] = remittances(one);
    assert.equal(remittance.amount, 0);
    assert.deepEqual(
      remittance.provider.map((each) => [each.reason, each.amount]),
      [['FB', -3850]],
    );
    assert.deepEqual(checkBalance(remittance), []);
    const third = file(ENCOUNTER.replace('E1', 'E3').replace('2026-11-02', '2026-11-01'), { interchange: { control: 19 } });
    const next = remittances(answer({ file: third, contracts, history: [...history, second, one['277ca'] ?? '', one['835'] ?? ''] }))[0];
    assert.deepEqual(
      next.provider.map((each) => [each.reason, each.amount]),
      [['FB', 3850]],
    );
    assert.equal(next.amount, 0);
    assert.deepEqual(checkBalance(next), []);
  });

  test('who was turned away may come again, also after the contract has changed', () => {
    const strict = office(CONTRACT.replace('W123456789', 'W000000000'));
    const refused = answer({ file: first, contracts: strict.contracts });
    assert.deepEqual(statuses(refused), ['A7:164:IL']);
    const again = answer({
      file: file(ENCOUNTER, { attempt: 2, interchange: { control: 18 } }),
      contracts,
      history: [first, refused['277ca'] ?? ''],
    });
    assert.deepEqual(statuses(again), ['A2:20']);
  });
});

suite('the training payer as a second payer', () => {
  const two = `${ENCOUNTER.replace('  place ', '  coverage   MEDICARE-9 AETNA-1\n  place ')}
  adjudicated MEDICARE-9 2026-11-10 paid 120.00
    line 1 paid 70.00 CO-45 50.00 PR-2 25.00
    line 2 paid 50.00 CO-45 45.00 PR-1 15.00
`;
  const practice = `
patient DOE-JANE
  name     Doe, Jane Q
  born     1968-03-14
  sex      F
  address  12 Elm St, Springfield IL 62704-5678
  coverage MEDICARE-9
    payer         MEDICARE
    member        1EG4TE5MK73
  coverage AETNA-1
    payer         AETNA
    member        W123456789
`;
  test('pays what is left, up to its own benefit', async () => {
    const { PRACTICE } = await import('../kit/frame');
    const { file, contracts } = office(
      contract('  coinsurance 20%\n'),
      PRACTICE.replace(/patient DOE-JANE[\s\S]*?(?=patient ROE)/, practice.trimStart() + '\n'),
    );
    const one = answer({ file: file(two), contracts });
    assert.deepEqual(statuses(one), ['A2:20']);
    assert.deepEqual(lines(one), ['99213 25.00 OA-23 120.00', '20610 15.00 OA-23 95.00']);
    assert.equal(remittances(one)[0].claims[0].status, '2');
    assert.deepEqual(checkBalance(remittances(one)[0]), []);
    const undecided = answer({ file: file(two, { outgoing: () => ({ billed: 1 }) }).replace(/AMT\*D\*120~/, ''), contracts });
    assert.deepEqual(segments(undecided['999'] ?? '', 'IK5'), ['IK5*R*4']);
  });
});
