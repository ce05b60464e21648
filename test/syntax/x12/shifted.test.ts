// Elements that stand one place off are one fault.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { validate } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE } from './claim-file';

const told = (before: string, after: string): string[] => {
  assert.ok(CLAIM_FILE.includes(before), before);
  const text = CLAIM_FILE.replace(before, after);
  return validate(readX12(text)).map(({ kind, reference, span }) => `${kind} ${reference} ${text.slice(span.start, span.end)}`);
};

suite('X12 elements one place off', () => {
  const [claim] = /CLM\*[^~]*/.exec(CLAIM_FILE) ?? [''];
  const place = claim.split('*')[5];

  test('a separator is missing', () => assert.deepEqual(told(`***${place}`, `**${place}`), [`missing-element CLM04 ${place}`]));

  test('there is one too many', () => assert.deepEqual(told(`***${place}`, `****${place}`), [`unused-element CLM06 ${place}`]));

  test('an element was left out with its separator', () =>
    assert.deepEqual(told(claim, claim.replace(/^(CLM\*[^*]*)\*[^*]*/, '$1')), [`missing-element CLM02 ${place}`]));

  test('the fix puts the segment in order', () => {
    for (const stars of ['**', '****']) {
      const text = CLAIM_FILE.replace(`***${place}`, `${stars}${place}`);
      const fix = validate(readX12(text)).find((each) => each.fix)?.fix;
      assert.ok(fix);
      const mended = fix.edits.reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);
      assert.equal(mended, CLAIM_FILE);
    }
  });

  // To try each of its places would take for ever.
  test('a segment of 100,000 elements is not looked through', () =>
    assert.ok(told(claim, `${claim.replace(place, 'XXX:Q:')}${'*x'.repeat(100_000)}`).length > 0));

  test('faults of their own stay', () => {
    const wrong = claim.replace(place, 'XXX:Q:').replace('*Y*A*', '*Q*Q*');
    assert.ok(told(claim, wrong).length > 2);
  });
});

suite('elements of a segment that is known by one of them', () => {
  const told = (from: string, to: string): string[] => {
    assert.ok(CLAIM_FILE.includes(from));
    return validate(readX12(CLAIM_FILE.replace(from, to))).map(({ kind, reference }) => `${kind} ${reference}`);
  };
  test('a level', () => {
    assert.deepEqual(told('HL*2*1*22*0', 'HL*1*22*0'), ['missing-element HL01']);
    assert.equal(told('HL*2*1*22*0', 'HL*2*22*0').length, 1);
    assert.deepEqual(told('HL*2*1*22*0', 'HL*2**1*22*0'), ['unused-element HL03']);
    assert.deepEqual(told('HL*2*1*22*0', 'HL**2*1*22*0'), ['unused-element HL02']);
  });
  test('a name', () => {
    assert.deepEqual(told('NM1*41*2*', 'NM1*2*'), ['missing-element NM101']);
    assert.deepEqual(told('NM1*PR*2*', 'NM1*2*'), ['missing-element NM101']);
  });
});
