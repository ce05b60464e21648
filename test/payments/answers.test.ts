// What a payer answers lands on the word that caused it, in plain words.
import assert from 'node:assert/strict';
import { locateSent } from '../../server/claims/locate';
import { wordsOf } from '../../server/claims/words';
import type { PayerAnswer } from '../../server/payments/answer';
import { answersFor } from '../../server/payments/answers';
import { readX12 } from '../../server/syntax/x12/read';
import { answer } from '../../server/training-payer/answer';
import { claimsOf } from '../claims/kit';
import { codeSets } from '../kit/code-sets';
import { ENCOUNTER } from '../kit/frame';
import { CONTRACT, office } from '../training-payer/kit';

/** Sends an encounter to the training payer and reads all its answers. */
function answersTo(encounter: string, contract = CONTRACT, spoil = (file: string) => file): PayerAnswer[] {
  const { file, contracts } = office(contract);
  const sent = spoil(file(encounter));
  const all = answer({ file: sent, contracts });
  const document = readX12(sent);
  return Object.values(all).flatMap((text) =>
    (text ? answersFor(text, { codes: codeSets(), date: '2026-11-03', locate: (position) => locateSent(document, position) }) : []));
}

/** Code, word in the encounter, word elsewhere of every answer that is more than information. */
function marks(encounter: string, contract?: string, spoil?: (file: string) => string): string[] {
  const claim = claimsOf(encounter)[0];
  return answersTo(encounter, contract, spoil).filter((one) => one.severity !== 'information').map((one) => {
    const { encounter: at, definition } = wordsOf(claim, one.place);
    return [one.code, at.source.text.slice(at.span.start, at.span.end),
      definition?.source.text.slice(definition.span.start, definition.span.end)].filter(Boolean).join(' | ');
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

  test('a pointer that the receiver does not take', () => {
    const found = marks(ENCOUNTER, CONTRACT, (file) => file.replace('1***1:2~', '1***1:13~'));
    assert.deepEqual(found, ['999 IK5 R 5 | E1', '999 IK403 7 | B']);
  });

  test('the patient’s share and the contract are information, never a denial', () => {
    const all = answersTo(ENCOUNTER, `${CONTRACT}  copay 20.00\n  coinsurance 10%\n  deductible 5.00\n`).filter((one) =>
      one.response === '835');
    assert.deepEqual(all.map((one) => [one.code, one.severity, one.step]), [
      ['835 1', 'information', 'post'], ['CO-45', 'information', 'post'], ['PR-1', 'information', 'post'], ['PR-2', 'information', 'post'],
      ['PR-3', 'information', 'post'],
      ['CO-45', 'information', 'post'], ['PR-2', 'information', 'post'],
    ]);
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
    assert.deepEqual(all.filter((one) => one.severity === 'warning').map((one) => [one.control, one.code]), [['E1-1', '835 balance line']]);
  });
});
