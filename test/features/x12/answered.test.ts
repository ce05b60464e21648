// Answers lead to what they answer: to files that were sent, and to files of other programs that are open.
import assert from 'node:assert/strict';
import { definitions } from '../../../server/features/x12/definitions';
import { cursor } from '../../kit/check';
import { BESIDE, x12Scene } from '../../kit/scene';
import { ACKNOWLEDGEMENT_FILE, CLAIM_ACKNOWLEDGEMENT_FILE, INQUIRY_FILE, REMITTANCE_FILE } from '../../syntax/x12/valid-files';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { leadsTo, mark, placeText } from './kit';

const CLAIM_URI = 'file:///elsewhere/claim.837';

/** Where the marked place leads while other X12 files are open that nobody sent from here. */
function leadsToOpen(text: string, open: Readonly<Record<string, string>> = { [CLAIM_URI]: CLAIM_FILE }): string[] {
  const { text: plain, offset } = cursor(text);
  const { document, world } = x12Scene(plain, { beside: { ...BESIDE, ...open } });
  return definitions(document, offset, world).map(placeText);
}

/** An answer of the one to whom the claim file went. */
function answer(text: string): string {
  const [, from = '', to = ''] = /^ISA(?:\*[^*]*){5}\*([^*]*)\*[^*]*\*([^*]*)/.exec(CLAIM_FILE) ?? [];
  return text.replace(/^(ISA(?:\*[^*]*){5}\*)[^*]*(\*[^*]*\*)[^*]*/, `$1${to}$2${from}`);
}

function envelope(group: string, version: string, type: string, segments: readonly string[]): string {
  const body = [`ST*${type}*0001*${version}`, ...segments, `SE*${segments.length + 2}*0001`];
  return [
    'ISA*00*          *00*          *ZZ*60054          *ZZ*RIV001         *260903*1200*^*00501*000000077*0*T*:',
    `GS*${group}*60054*RIV001*20260903*1200*77*X*${version}`,
    ...body,
    'GE*1*77',
    'IEA*1*000000077',
    '',
  ].join('~\n');
}

const levels = ['HL*1**20*1', 'NM1*PR*2*AETNA*****PI*60054', 'HL*2*1*21*1', 'NM1*41*2*RIVERSIDE*****46*RIV001'];
const claimLevels = [...levels, 'HL*3*2*19*1', 'NM1*1P*2*RIVERSIDE*****XX*1234567893', 'HL*4*3*22*0'];
const patient = 'NM1*IL*1*DOE*JANE****MI*W123456789';
const STATUS_QUESTION = envelope('HR', '005010X212', '276', [
  'BHT*0010*13*Q77*20260902*1200',
  ...claimLevels,
  'DMG*D8*19680314*F',
  patient,
  'TRN*1*ASKED-1',
  'REF*EJ*E1001',
  'TRN*1*ASKED-2',
  'REF*EJ*E1002',
]);
const STATUS_ANSWER = envelope('HN', '005010X212', '277', [
  'BHT*0010*08*Q77*20260903*1200*DG',
  ...claimLevels,
  patient,
  'TRN*2*ASKED-1',
  'STC*F1:65*20260902**303*303',
  'REF*1K*PAYER1',
  'TRN*2*ASKED-2',
  'STC*P1:20*20260902**303',
  'REF*EJ*E1001',
]);

suite('X12 answers lead to what they answer', () => {
  test('a batch that was acknowledged, its counts and its providers', () => {
    assert.deepEqual(leadsToOpen(mark(CLAIM_ACKNOWLEDGEMENT_FILE, 'TRN*2*B1', 7)), ['claim.837: B1']);
    for (const words of ['NM1*41', 'STC*A1:19:PR*2', 'QTY*90', 'NM1*85', 'STC*A1:19:PR**'])
      assert.deepEqual(leadsToOpen(mark(CLAIM_ACKNOWLEDGEMENT_FILE, words, 5)), ['claim.837: B1'], words);
    assert.deepEqual(leadsTo(mark(CLAIM_ACKNOWLEDGEMENT_FILE.replace('TRN*2*B1', 'TRN*2*B2'), 'TRN*2*B2', 7)), []);
    assert.deepEqual(leadsTo(mark(CLAIM_ACKNOWLEDGEMENT_FILE, 'TRN*2*B1', 7)), ['E0-1.837: B1']);
    assert.deepEqual(leadsToOpen(mark(CLAIM_ACKNOWLEDGEMENT_FILE, 'NM1*PR', 5)), []);
  });
  test('claims and lines of files that other programs have written', () => {
    assert.deepEqual(leadsToOpen(mark(CLAIM_ACKNOWLEDGEMENT_FILE, 'TRN*2*E1001', 7)), ['claim.837: E1001']);
    assert.deepEqual(leadsToOpen(mark(CLAIM_ACKNOWLEDGEMENT_FILE, 'STC*A7:507', 7)), ['claim.837: SV1*HC:99213:25*145*UN*1***1:2']);
    assert.deepEqual(leadsToOpen(mark(REMITTANCE_FILE, 'CLP*E1001', 5)), ['claim.837: E1001']);
    assert.deepEqual(leadsToOpen(mark(REMITTANCE_FILE, 'CLP*E1001', 5), {}), []);
  });
  test('a group and a transaction, where sender and receiver fit', () => {
    const text = answer(ACKNOWLEDGEMENT_FILE);
    assert.deepEqual(leadsToOpen(mark(text, 'AK2*837*0001', 5)), ['claim.837: ST*837*0001*005010X222A1']);
    assert.deepEqual(leadsToOpen(mark(text.replace('AK1*HC', 'AK1*HS'), 'AK2*837*0001', 5)), []);
    assert.deepEqual(leadsToOpen(mark(text.replace(/\*ZZ\*\w+ +/, '*ZZ*SOMEBODY       '), 'AK2*837*0001', 5)), []);
  });
  test('an interchange, where sender and receiver fit', () => {
    const text = answer(CLAIM_FILE)
      .replace(/GS\*[\s\S]*GE\*1\*1~\n/, 'TA1*000000905*260901*1253*A*000~\n')
      .replace('IEA*1', 'IEA*0');
    assert.deepEqual(leadsToOpen(mark(text, 'TA1*', 5)), ['claim.837: 000000905']);
    assert.deepEqual(leadsToOpen(mark(text, 'TA1*', 5), {}), []);
  });
  test('where a claim stands leads to the question and to the claim', () => {
    const open = { [CLAIM_URI]: CLAIM_FILE, 'file:///elsewhere/question.276': STATUS_QUESTION };
    assert.deepEqual(leadsToOpen(mark(STATUS_ANSWER, 'STC*F1', 5), open), ['question.276: ASKED-1']);
    assert.deepEqual(leadsToOpen(mark(STATUS_ANSWER, 'STC*P1', 5), open), ['claim.837: E1001', 'question.276: ASKED-2']);
    assert.deepEqual(leadsToOpen(mark(STATUS_ANSWER, 'BHT*0010*08*Q77', 14), open), ['question.276: Q77']);
    assert.deepEqual(leadsToOpen(mark(STATUS_QUESTION, 'TRN*1*ASKED-1', 8), {}), []);
  });
  test('eligibility and authorization lead to their questions', () => {
    const open = { 'file:///elsewhere/question.270': INQUIRY_FILE };
    const eligibility = envelope('HB', '005010X279A1', '271', [
      'BHT*0022*11*INQ1*20260903*1200',
      ...levels,
      'HL*3*2*22*0',
      'TRN*2*TRACE1*9877281234',
      patient,
      'EB*1**30',
    ]);
    assert.deepEqual(leadsToOpen(mark(eligibility, 'EB*1', 3), open), ['question.270: TRACE1']);
    assert.deepEqual(leadsToOpen(mark(eligibility, 'INQ1', 2), open), ['question.270: INQ1']);
    const authorization = (purpose: string, trace: string) =>
      envelope('HI', '005010X217', '278', [`BHT*0007*${purpose}*AUTH9*20260903*1200`, 'HL*1**20*1', 'HL*2*1*EV*0', trace, 'HCR*A1*X1']);
    const asked = { 'file:///elsewhere/asked.278': authorization('13', 'TRN*1*TRACE9*9877281234') };
    const decided = authorization('11', 'TRN*2*TRACE9*9877281234');
    assert.deepEqual(leadsToOpen(mark(decided, 'HCR*A1', 5), asked), ['asked.278: TRACE9']);
    assert.deepEqual(leadsToOpen(mark(decided, 'AUTH9', 2), asked), ['asked.278: AUTH9']);
    assert.deepEqual(leadsToOpen(mark(decided, 'AUTH9', 2), {}), []);
  });
});
