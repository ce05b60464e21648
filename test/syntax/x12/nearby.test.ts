// The loops around a segment of a large transaction are those that a walk through all of it finds.
import assert from 'node:assert/strict';
import { loopsOf } from '../../../server/syntax/x12/describe';
import { nearbyLoops } from '../../../server/syntax/x12/nearby';
import { readX12 } from '../../../server/syntax/x12/read';
import { CLAIM_FILE } from './claim-file';
import { CLAIM_ACKNOWLEDGEMENT_FILE, REMITTANCE_FILE } from './valid-files';

/** A file in which the lines from one that begins so to before another come again and again. */
function many(file: string, from: string, to: string): string {
  const lines = file.split('~\n');
  const start = lines.findIndex((line) => line.startsWith(from)),
    end = lines.findIndex((line) => line.startsWith(to));
  const levels = Array.from({ length: 3200 / (end - start) }, (_, n) =>
    lines
      .slice(start, end)
      .map((line) =>
        line.replace(
          /^HL\*(\d+)\*(\d+)/,
          (_all, own: string, above: string) =>
            `HL*${own === '2' || Number(own) > 2 ? Number(own) + n * 10 : own}*${Number(above) > 1 ? Number(above) + n * 10 : above}`,
        ),
      ),
  );
  return [...lines.slice(0, start), ...levels.flat(), ...lines.slice(end)].join('~\n');
}

suite('loops of large X12 transactions', () => {
  const files: readonly (readonly [string, string])[] = [
    ['claims', many(CLAIM_FILE, 'HL*2*', 'SE*')],
    ['payments', many(REMITTANCE_FILE, 'CLP*', 'PLB*')],
    ['answers', many(CLAIM_ACKNOWLEDGEMENT_FILE, 'HL*2*', 'SE*')],
  ];
  for (const [name, text] of files) {
    test(name, () => {
      const document = readX12(text);
      const transaction = document.interchanges[0].groups[0].transactions[0];
      const whole = loopsOf(document, transaction);
      assert.ok(whole && transaction.end - transaction.first > 3000);
      for (let i = transaction.first; i < transaction.end; i += 1) {
        const near = nearbyLoops(document, transaction, i);
        assert.equal(near?.use(i), whole.use(i), `segment ${i}: ${document.segments.id(i)}`);
        assert.equal(near?.of(i)?.path, whole.of(i)?.path, `segment ${i}`);
      }
    });
  }

  test('small ones are walked as a whole', () => {
    const document = readX12(CLAIM_FILE);
    assert.equal(nearbyLoops(document, document.interchanges[0].groups[0].transactions[0], 10), undefined);
  });
});
