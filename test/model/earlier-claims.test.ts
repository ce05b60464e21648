// Claims of a file that came before: which ones are repeated, and what they were called.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ClaimMark, ClaimMarks, EarlierClaims, NEW } from '../../server/model/earlier-claims';

suite('earlier claims', () => {
  test('each claim is told the first one of its number and the first one that says the same', () => {
    const claim = fc.record({
      number: fc.string({ unit: 'grapheme', maxLength: 40 }),
      frequency: fc.constantFrom('1', '7', '8', '', 'ÄÖ'),
      numbered: fc.integer({ min: 0, max: 20 }),
      said: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 300 }), (claims) => {
        const earlier = new EarlierClaims();
        claims.forEach(({ number, frequency, numbered, said }, i) => {
          const before = claims.slice(0, i);
          const first = (one: (typeof claims)[number] | undefined) => one && { number: one.number, frequency: one.frequency };
          const sameNumber = numbered === 0 ? undefined : first(before.find((one) => one.numbered === numbered));
          const sameClaim = said === 0 ? undefined : first(before.find((one) => one.said === said));
          assert.deepEqual(earlier.put({ number, frequency }, numbered, numbered, said, said), { sameNumber, sameClaim });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('many, and such as nobody would write', () => {
    const earlier = new EarlierClaims();
    const long = 'X'.repeat(100_000);
    assert.equal(earlier.put({ number: long, frequency: long }, 1, 1, 1, 1), NEW);
    for (let i = 2; i < 20_000; i += 1) assert.equal(earlier.put({ number: `E${i}`, frequency: '1' }, i, i, i, -i), NEW);
    assert.deepEqual(earlier.put({ number: 'E9', frequency: '7' }, 9, 9, 9, 0).sameNumber, { number: 'E9', frequency: '1' });
    const { sameNumber } = earlier.put({ number: 'Y', frequency: '1' }, 1, 1, 0, 0);
    assert.ok(sameNumber && long.startsWith(sameNumber.number) && sameNumber.number.length >= 38);
  });

  test('marks are put in place of others: the list is the same as one that is made anew', () => {
    const sums = fc.option(fc.record({ first: fc.integer({ min: 1, max: 9 }), second: fc.integer({ min: 1, max: 9 }) }), {
      nil: undefined,
    });
    const mark: fc.Arbitrary<ClaimMark> = fc.record({
      number: fc.string(),
      frequency: fc.constantFrom('1', '7'),
      numbered: sums,
      said: sums,
    });
    const change = fc.record({ at: fc.nat(100), gone: fc.nat(5), marks: fc.array(mark, { maxLength: 5 }) });
    const told = (marks: ClaimMarks) => {
      const earlier = new EarlierClaims();
      return Array.from({ length: marks.count }, (_, n) => [marks.addTo(earlier, n), marks.hasTwin(n)]);
    };
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const edited = new ClaimMarks(),
          list: ClaimMark[] = [];
        for (const { at, gone, marks } of changes) {
          const from = Math.min(at, list.length),
            count = Math.min(gone, list.length - from);
          edited.replace(from, count, marks);
          list.splice(from, count, ...marks);
        }
        const anew = new ClaimMarks();
        anew.replace(0, 0, list);
        assert.deepEqual(told(edited), told(anew));
        assert.equal(edited.count, list.length);
      }),
    );
  });
});
