// What a payer answers lands on the word that caused it, in plain words.
import assert from 'node:assert/strict';
import { locateSent } from '../../server/claims/locate';
import { wordsOf } from '../../server/claims/words';
import type { Claim } from '../../server/model/claim';
import type { ClaimPlace } from '../../server/model/claim-place';
import type { PayerAnswer } from '../../server/payments/answer';
import { answersFor } from '../../server/payments/answers';
import { explain, placeOf } from '../../server/payments/words';
import { readX12 } from '../../server/syntax/x12/read';
import { answer } from '../../server/training-payer/answer';
import { claimsOf } from '../claims/kit';
import { codeSets } from '../kit/code-sets';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { CONTRACT, office } from '../training-payer/kit';

/** A child insured by a parent, whose second coverage is of a payer without contract. */
const FAMILY = `${PRACTICE}
patient DOE-SAM
  name     Doe, Sam
  born     2014-04-03
  sex      M
  address  12 Elm St, Springfield IL 62704-5678
  coverage AETNA-2
    payer         AETNA
    member        W777
    relationship  child
    subscriber    Doe, John M
      born        1966-01-02
      sex         M
  coverage OTHER-2
    payer         MEDICARE
    member        1EG4TE5MK73
`;

/** Sends an encounter to the training payer and reads all its answers. */
function answersTo(encounter: string, contract = CONTRACT, spoil = (file: string) => file): PayerAnswer[] {
  const { file, contracts } = office(contract, FAMILY);
  const sent = spoil(file(encounter));
  const all = answer({ file: sent, contracts });
  const document = readX12(sent);
  return Object.values(all).flatMap((text) =>
    text ? answersFor(text, { codes: codeSets(), date: '2026-11-03', locate: (position) => locateSent(document, position) }) : [],
  );
}

/** Code, word in the encounter, word elsewhere of every answer that is more than information. */
function marks(encounter: string, contract?: string, spoil?: (file: string) => string): string[] {
  const claim = claimsOf(encounter, FAMILY)[0];
  return answersTo(encounter, contract, spoil)
    .filter((one) => one.severity !== 'information')
    .map((one) => {
      const { encounter: at, definition } = wordsOf(claim, one.place);
      return [
        one.code,
        at.source.text.slice(at.span.start, at.span.end),
        definition?.source.text.slice(definition.span.start, definition.span.end),
      ]
        .filter(Boolean)
        .join(' | ');
    });
}

suite('answers on the word that caused them', () => {
  const authorized = ENCOUNTER.replace('  place ', '  authorization A999\n  place ');
  const cases: [string, string, string, string[]][] = [
    ['a member id that is not on file', ENCOUNTER, CONTRACT.replace('W123456789', 'W123456798'), ['A7:164:IL | DOE-JANE | W123456789']],
    ['an unknown member', ENCOUNTER, CONTRACT.replace('W123456789 Doe, Jane', 'W1 Roe, Ann'), ['A3:33:IL | DOE-JANE | W123456789']],
    ['a name', ENCOUNTER, CONTRACT.replace('Doe, Jane', 'Doe, Janet'), ['A7:125:IL | DOE-JANE | Doe, Jane Q']],
    ['a date of birth', ENCOUNTER, CONTRACT.replace('1968-03-14', '1968-03-15'), ['A7:158:IL | DOE-JANE | 1968-03-14']],
    ['an ended coverage', ENCOUNTER, CONTRACT.replace('from 2025-01-01', 'to 2026-10-31'), ['A3:88:IL | DOE-JANE | AETNA-1']],
    ['a service that is not covered', ENCOUNTER, `${CONTRACT}  deny 20610 CO-96 N130\n`, ['835 1 | E1', 'CO-96 | 20610']],
    ['an authorization that is not on file', authorized, `${CONTRACT}  requires-authorization 20610\n`, ['835 1 | E1', 'CO-197 | A999']],
    ['no authorization', ENCOUNTER, `${CONTRACT}  requires-authorization 20610\n`, ['835 1 | E1', 'CO-197 | 20610']],
    ['a modifier', ENCOUNTER, `${CONTRACT}  deny 20610 CO-4\n`, ['835 1 | E1', 'CO-4 | RT']],
    ['a diagnosis', ENCOUNTER, `${CONTRACT}  deny 99213 CO-11\n`, ['835 1 | E1', 'CO-11 | A']],
    ['a claim without fault', ENCOUNTER, `${CONTRACT}  copay 20.00\n  coinsurance 10%\n  deductible 5.00\n`, []],
  ];
  for (const [title, encounter, contract, expected] of cases) test(title, () => assert.deepEqual(marks(encounter, contract), expected));

  const said = (line: string) => ENCOUNTER.replace('  place ', `  ${line}\n  place `);
  const child = ENCOUNTER.replace('DOE-JANE', 'DOE-SAM\n  coverage   AETNA-2');
  const policy = `${CONTRACT}  member W777 Doe, John 1966-01-02\n`,
    family = `${policy}  member W777 Doe, Sam 2014-04-03\n`;
  const second = `${child.replace('AETNA-2', 'OTHER-2 AETNA-2')}  adjudicated OTHER-2 2026-11-10 paid 120.00
    line 1 paid 70.00 CO-45 50.00 PR-2 24.00
    line 2 paid 50.00 CO-45 45.00 PR-1 15.00\n`;
  const denied = (reason: string) => [said('referring HOUSE'), `${CONTRACT}  deny 20610 ${reason}\n`] as const;
  type Case = [title: string, encounter: string, contract: string, expected: string, spoil?: (file: string) => string];
  const further: Case[] = [
    ['a child who is not on the policy', child, policy, 'A3:97:QC | DOE-SAM | DOE-SAM'],
    ['the name of a child', child, family.replace('Sam', 'Samuel'), 'A7:125:QC | DOE-SAM | Doe, Sam'],
    ['the birth of a child', child, family.replace('2014-04-03', '2014-04-04'), 'A7:158:QC | DOE-SAM | 2014-04-03'],
    ['a payer who is not responsible', ENCOUNTER, CONTRACT.replace('contract AETNA', 'contract MEDICARE'), 'A3:116:PR | DOE-JANE | 60054'],
    ['the billing number', ENCOUNTER, CONTRACT, 'A7:562:85 | E1 | 1234567893', (file) => file.replaceAll('XX*1234567893', 'XX*1234567894')],
    [
      'the rendering number',
      ENCOUNTER,
      CONTRACT,
      'A7:562:82 | CURIE | 1992012348',
      (file) => file.replaceAll('XX*1992012348', 'XX*1992012349'),
    ],
    ['a total', ENCOUNTER, CONTRACT, 'A8:400 | E1', (file) => file.replace('CLM*E1-1*255', 'CLM*E1-1*256')],
    ['a claim to be replaced that nobody knows', said('replaces 123'), CONTRACT, 'A7:464 | 123'],
    ['a claim to be voided that nobody knows', said('voids 123'), CONTRACT, 'A7:464 | 123'],
    ['amounts of an earlier payer', second, family, 'A8:400 | 145.00'],
    ['a late line', ENCOUNTER.replace('110.00', '110.00  date 2026-06-02'), `${CONTRACT}  timely-filing 120 days\n`, 'CO-29 | 2026-06-02'],
    [
      'units beyond the authorization',
      said('authorization A1').replace('20610-RT  A ', '20610-RT  A  x3 '),
      `${CONTRACT}  requires-authorization 20610\n  authorization A1 20610 units 2\n`,
      'CO-198 | A1',
    ],
    ...[
      ['CO-5', '11'],
      ['CO-6', 'DOE-JANE | 1968-03-14'],
      ['CO-7', 'DOE-JANE | F'],
      ['OA-18', '20610'],
      ['CO-22', 'DOE-JANE | AETNA-1'],
      ['CO-31', 'DOE-JANE | W123456789'],
      ['CO-50', 'A'],
      ['CO-97', '20610'],
      ['CO-109', 'DOE-JANE | 60054'],
      ['CO-140', 'DOE-JANE | Doe, Jane Q'],
      ['CO-170', 'CURIE | 1992012348'],
      ['CO-181', '20610'],
      ['CO-182', 'RT'],
      ['CO-183', 'HOUSE | 1003000126'],
      ['CO-204', '20610'],
    ].map(([reason, word]) => [reason, ...denied(reason), `${reason} | ${word}`] as Case),
    ...[
      ['M76', 'A'],
      ['M77', '11'],
      ['N276', 'HOUSE | 1003000126'],
      ['N290', 'CURIE | 1992012348'],
      ['MA04', 'DOE-JANE | AETNA-1'],
      ['N329', 'DOE-JANE | 1968-03-14'],
      ['N382', 'DOE-JANE | W123456789'],
      ['N519', 'RT'],
    ].map(([remark, word]) => [`CO-16 with ${remark}`, ...denied(`CO-16 ${remark}`), `CO-16 | ${word}`] as Case),
  ];
  for (const [title, encounter, contract, expected, spoil] of further) {
    test(title, () =>
      assert.deepEqual(
        marks(encounter, contract, spoil).filter((one) => !one.startsWith('835 ')),
        [expected],
      ),
    );
  }

  test('a laboratory number: on the test, and where the number is written', () => {
    const practice = FAMILY.replace('  submitter  RIV001\n', '  submitter  RIV001\n  clia       14D1234567\n');
    const [claim] = claimsOf(ENCOUNTER, practice),
      [unnumbered] = claimsOf(ENCOUNTER, FAMILY);
    const words = (of: Claim, place: ClaimPlace) => {
      const { encounter, definition } = wordsOf(of, place);
      return [encounter, definition].map((one) => one && one.source.text.slice(one.span.start, one.span.end));
    };
    const line = { n: 2, code: '20610' };
    for (const [set, code] of [
      ['carc', 'B23'],
      ['rarc', 'MA120'],
      ['rarc', 'M91'],
      ['rarc', 'N162'],
      ['claim-status', '544'],
    ] as const) {
      const field = explain(codeSets(), set, code, '2026-11-02')?.field ?? '';
      assert.deepEqual(words(claim, placeOf(field, line)), ['20610', '14D1234567'], code);
      assert.deepEqual(words(claim, placeOf(field, undefined)), ['E1', '14D1234567'], code);
      assert.deepEqual(words(unnumbered, placeOf(field, line)), ['20610', 'RIVERSIDE'], code);
    }
  });

  test('a pointer that the receiver does not take', () => {
    const found = marks(ENCOUNTER, CONTRACT, (file) => file.replace('1***1:2~', '1***1:13~'));
    assert.deepEqual(found, ['999 IK5 R 5 | E1', '999 IK403 7 | B']);
  });

  test('the patient’s share and the contract are information, never a denial', () => {
    const all = answersTo(ENCOUNTER, `${CONTRACT}  copay 20.00\n  coinsurance 10%\n  deductible 5.00\n`).filter(
      (one) => one.response === '835',
    );
    assert.deepEqual(
      all.map((one) => [one.code, one.severity, one.step]),
      [
        ['835 1', 'information', 'post'],
        ['CO-45', 'information', 'post'],
        ['PR-1', 'information', 'post'],
        ['PR-2', 'information', 'post'],
        ['PR-3', 'information', 'post'],
        ['CO-45', 'information', 'post'],
        ['PR-2', 'information', 'post'],
      ],
    );
    assert.match(all[0].message, /^AETNA paid 120\.15 of 255\.00\. The patient owes 38\.35\.$/);
  });

  test('a refused file', () => {
    const [refused, ...rest] = answersTo(ENCOUNTER, CONTRACT, (file) => file.replace(/IEA\*1\*000000017/, 'IEA*1*000000018'));
    assert.deepEqual([refused.code, refused.outcome, refused.interchange, rest.length], ['TA1 001', 'rejected', '000000017', 0]);
  });

  test('a denial says what it means and what to do', () => {
    const denial = answersTo(ENCOUNTER, `${CONTRACT}  bundle 20610 into 99213\n`).find((one) => one.code === 'CO-97');
    assert.ok(denial);
    assert.equal(denial.severity, 'error');
    assert.equal(denial.step, 'replace');
    assert.equal(denial.payerNumber, '2026110300017001');
    assert.match(denial.message, /^110\.00: .+\. M15: .+\.$/);
    assert.notEqual(denial.next, '');
  });

  test('what the payer has on file instead comes with the answer', () => {
    const corrections = (contract: string) => answersTo(ENCOUNTER, contract).flatMap((one) => (one.correction ? [one.correction] : []));
    assert.deepEqual(corrections(CONTRACT.replace('W123456789', 'W123456798')), ['W123456798']);
    assert.deepEqual(corrections(CONTRACT.replace('Doe, Jane', 'Doe, Janet')), ['Doe, Janet Q']);
    assert.deepEqual(corrections(CONTRACT.replace('1968-03-14', '1968-03-15')), ['1968-03-15']);
    assert.deepEqual(corrections(CONTRACT.replace('W123456789 Doe, Jane', 'W1 Roe, Ann')), []);
  });

  test('a remittance that does not add up is pointed out', () => {
    const { file, contracts } = office();
    const sent = answer({ file: file(ENCOUNTER), contracts })['835'] ?? '';
    const all = answersFor(sent.replace('*145*92.5*', '*145*92*'), { codes: codeSets(), date: '2026-11-03' });
    assert.deepEqual(
      all.filter((one) => one.severity === 'warning').map((one) => [one.control, one.code]),
      [['E1-1', '835 balance line']],
    );
  });
});
