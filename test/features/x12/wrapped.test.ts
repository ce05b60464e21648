// Claim files that a mail program wrapped: guide and rules are told at the true places, at once and in pieces.
import assert from 'node:assert/strict';
import { checkX12 } from '../../../server/features/x12/check';
import { checkX12Stream } from '../../../server/features/x12/check-stream';
import type { Finding } from '../../../server/rules/rule';
import { BESIDE, worldWith } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { x12File } from './kit';

const FAULTY = CLAIM_FILE.replaceAll('\n', '').replace('DMG*D8*19680314', 'DMG*D8*19680230').replace('1992012348', '1992012349');

const told = (findings: readonly Finding[], text: string): string[] =>
  findings.map(({ rule, span, message }) => [rule, text.slice(span.start, span.end).replaceAll('\n', ''), message].join(' | '));

suite('wrapped claim files', () => {
  test('the findings of the file, and that it is wrapped', () => {
    const world = worldWith(BESIDE);
    const expected = told(checkX12(x12File(FAULTY), world), FAULTY);
    assert.ok(expected.length >= 2 && expected.some((each) => !each.startsWith('x12/')), expected.join('\n'));
    for (const width of [70, 77, 80, 132]) {
      const text = FAULTY.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '';
      const found = checkX12(x12File(text), world);
      const [first, ...others] = [...found].sort((a, b) => Number(b.rule === 'x12/wrapped-lines') - Number(a.rule === 'x12/wrapped-lines'));
      assert.equal(first?.rule, 'x12/wrapped-lines');
      assert.deepEqual(told(others, text), expected, `width ${width}`);
      const stream = checkX12Stream(world, 'file:///a.837');
      for (let at = 0; at < text.length; at += 333) stream.push(text.slice(at, at + 333));
      assert.deepEqual(told(stream.end(), text).sort(), told(found, text).sort(), `width ${width} in pieces`);
    }
  });
});
