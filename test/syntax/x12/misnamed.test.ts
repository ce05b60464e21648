// A segment under an unknown name is one error: what it seems to be is named, and what follows is judged as if it were.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { validate } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE } from './claim-file';
import { STATUS_QUESTION_FILE } from './samples';
import { CLAIM_ACKNOWLEDGEMENT_FILE, REMITTANCE_FILE } from './valid-files';

const findings = (text: string): string[] => validate(readX12(text)).map(({ message }) => message);
const told = (text: string, segment: string, name: string): string[] => {
  assert.ok(text.includes(segment), segment);
  return findings(text.replace(segment, segment.replace(/^\w+/, name)));
};

suite('segments of unknown names', () => {
  for (const [text, segment, meant] of [
    [CLAIM_FILE, 'HL*1**20*1', 'HL, Billing provider level'],
    [CLAIM_FILE, 'HL*2*1*22*0', 'HL, Subscriber level'],
    [CLAIM_FILE, 'NM1*41*2', 'NM1, Submitter'],
    [CLAIM_FILE, 'NM1*IL*1', 'NM1, Subscriber'],
    [CLAIM_FILE, 'CLM*E1001', 'CLM, Claim'],
    [CLAIM_FILE, 'LX*1', 'LX, Line number'],
    [CLAIM_FILE, 'LX*2', 'LX, Line number'],
    [REMITTANCE_FILE, 'BPR*I*92.5', 'BPR, Payment'],
    [STATUS_QUESTION_FILE, 'HL*4*3*22*1', 'HL, Subscriber level'],
  ] as const) {
    test(segment, () => {
      for (const name of ['XXX', 'QQ']) {
        const found = told(text, segment, name);
        assert.deepEqual(
          found.map((message) => message.slice(0, `A segment ${name} is not known: is it ${meant}`.length)),
          [`A segment ${name} is not known: is it ${meant}`],
        );
      }
      assert.equal(told(text, segment, '').length, 1);
    });
  }

  test('what is not like anything that is expected is told as it is', () => {
    const text = CLAIM_FILE.replace('N3*12 ELM ST', 'QQQ*1~\nN3*12 ELM ST').replace('SE*32', 'SE*33');
    assert.deepEqual(findings(text), ['Professional claim: a segment QQQ is not known']);
  });

  test('a name cut short that is another one', () => {
    const segment = 'STC*A1:19:PR*20260902*WQ*303';
    assert.ok(CLAIM_ACKNOWLEDGEMENT_FILE.includes(segment));
    const found = validate(readX12(CLAIM_ACKNOWLEDGEMENT_FILE.replace(segment, segment.replace('STC', 'ST'))));
    assert.ok(found.length <= 2 && found.every(({ segmentId }) => segmentId === 'ST' || segmentId === 'STC'));
  });
});

suite('a terminator within a segment', () => {
  const kinds = (from: string, to: string): string[] => {
    assert.ok(CLAIM_FILE.includes(from), from);
    return validate(readX12(CLAIM_FILE.replace(from, to)))
      .filter(({ kind }) => kind !== 'mismatched-count')
      .map(({ kind, reference, message }) => `${kind} ${reference} ${message}`);
  };
  test('is told where it stands', () => {
    assert.deepEqual(kinds('N4*SPRINGFIELD*IL*627011234', 'N4*SPRINGFIELD~IL*627011234'), [
      'invalid-character N402 A terminator ~ stands within N4: is it a * before N402?',
    ]);
    assert.deepEqual(kinds('HL*2*1*22*0', 'HL*2*1~22*0').filter((each) => each.startsWith('invalid-character')).length, 1);
  });
  test('the rest of a line that is none of it is told as it is', () => {
    assert.ok(
      kinds('N4*SPRINGFIELD*IL*627011234', 'N4*SPRINGFIELD*IL*627011234~QQQ*1').every((each) => each.startsWith('unknown-segment')),
    );
    assert.ok(kinds('N4*SPRINGFIELD*IL*627011234', 'N4*SPRINGFIELD~\nIL*627011234').every((each) => each.startsWith('unknown-segment')));
  });
});

test('a stray segment is not taken for what may stand there', () => {
  const lines = CLAIM_FILE.trim().split('~\n');
  for (let n = 3; n < lines.length - 3; n++) {
    const text = [...lines.slice(0, n), 'QQQ*1', ...lines.slice(n)].join('~\n').replace('SE*32', 'SE*33');
    assert.deepEqual(findings(text), ['Professional claim: a segment QQQ is not known'], lines[n]);
  }
});
