// Valid transactions with much that their guides allow: nothing is wrong with them, neither by guide nor by rule.
import assert from 'node:assert/strict';
import { told } from '../../rules/x12/kit';
import { interchange } from '../../syntax/x12/valid-files';
import text from './answers.txt';

suite('x12: unusual answers, requests and lists', () => {
  for (const block of text.trim().split('\n\n').slice(1)) {
    const [title, ...lines] = block.split('\n');
    const [, type, group, version, what] = /^# (\d{3}) (\w\w) (\w+): (.+)$/.exec(title) ?? [];
    test(`${type}: ${what}`, () => {
      const guide = type === '835' ? '' : `*${version}`;
      assert.deepEqual(told(interchange(group, version, `ST*${type}*0001${guide}`, lines)), []);
    });
  }
});
