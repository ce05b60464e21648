// coverage/misplaced-medicare-reason.
import assert from 'node:assert/strict';
import { frame } from '../../kit/frame';
import { findingsOf } from '../../kit/world';

suite('coverage/misplaced-medicare-reason', () => {
  test('finds it on what names the coverage', () => {
    const text = frame(
      'born 1950-01-01\ncoverage A1\n  payer AETNA\n  member W1\ncoverage M1\n  payer MEDICARE\n  member 1EG4TE5MK73\n  medicare-secondary 12',
    );
    const found = (one: string): string[] =>
      findingsOf(one)
        .filter(({ rule }) => rule === 'coverage/misplaced-medicare-reason')
        .map(({ span }) => one.slice(span.start, span.end));
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text.replace('encounter E1\n', 'encounter E1\n  coverage   M1\n')), ['M1']);
  });
});
