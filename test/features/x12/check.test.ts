// What is said about an X12 file: each thing once, on its element, with loop, box and fix.
import assert from 'node:assert/strict';
import { loopFinder } from '../../../server/features/x12/loop-at';
import { type LoopInstance, resolveLoops } from '../../../server/syntax/x12/loops';
import { readX12 } from '../../../server/syntax/x12/read';
import { makeBatch } from '../../documents/x12/batch';
import { applyEdits } from '../../kit/check';
import { frameX12, x12Findings } from '../../rules/x12/kit';
import { corpusFiles, noCorpus } from '../../syntax/x12/corpus';
import { REMITTANCE_FILE } from '../../syntax/x12/valid-files';

suite('check of X12 files', () => {
  const only = (text: string) => {
    const findings = x12Findings(text).filter((one) => one.severity === 'error');
    assert.equal(findings.length, 1, findings.map((one) => one.message).join(' | '));
    return findings[0];
  };

  test('rules of encounters name loop, element and box', () => {
    const { rule, transaction, paper } = only(frameX12('NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567890'));
    assert.deepEqual([rule, transaction, paper], ['provider/invalid-npi', '2010AA NM109', '33a']);
  });

  test('a reason that no list has is an error, one that a newer list may have a doubt', () => {
    const severity = (reason: string) =>
      x12Findings(REMITTANCE_FILE.replace('CAS*CO*45', `CAS*CO*${reason}`)).find((one) => one.transaction?.endsWith('CAS02'))?.severity;
    assert.deepEqual(['45', '310', 'P99', '399', '1000'].map(severity), [undefined, 'warning', 'warning', 'error', 'error']);
  });

  test('a component is named', () => assert.equal(only(frameX12('HI*ABK:M17.11*ABF:E1165')).transaction, '2300 HI01-02'));

  test('a pointer is named', () => assert.equal(only(frameX12('SV1*HC:99213:25*145*UN*1***1:5')).transaction, '2400 SV107-02'));

  test('boxes are those of professional claims', () => {
    const { paper, transaction } = only(frameX12('837I\nNM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567890'));
    assert.deepEqual([paper, transaction], [undefined, '2010AA NM109']);
  });

  test('a fix puts data in place of data', () => {
    const text = frameX12('HI*ABK:M17*ABF:E1165');
    const fixes = x12Findings(text).flatMap((one) => one.fixes);
    assert.ok(fixes.length > 0);
    for (const fix of fixes) assert.match(applyEdits(text, fix.edits), /HI\*ABK:M17\w+\*ABF:E1165~/);
  });

  test('what the guide says of an element is not said again by a rule', () => {
    const text = frameX12('SV1*HC:99213:25*145*UN*1***A');
    const told = x12Findings(text).filter((one) => one.transaction?.startsWith('2400 SV107'));
    assert.equal(told.length, 1, told.map((one) => one.message).join(' | '));
  });

  test('nothing speaks of encounters', () => {
    const text = frameX12('CLM*E1001*255***21:B:1*Y*A*Y*Y**AA');
    for (const { message } of x12Findings(text)) assert.doesNotMatch(message, /admitted$|charge master|encounter|in this folder|\bfield\b/);
  });
});

suite('loops found by looking back', () => {
  const same = (text: string): void => {
    const document = readX12(text);
    for (const interchange of document.interchanges)
      for (const group of interchange.groups)
        for (const transaction of group.transactions) {
          const loops = resolveLoops(document, transaction);
          if (transaction.type !== '837' || !loops) continue;
          const find = loopFinder(document, transaction);
          for (let i = transaction.first + 1; i < transaction.end - 1; i += 1) {
            const loop: LoopInstance | undefined = loops.of(i);
            if (loops.use(i))
              assert.equal(
                find(i),
                loop?.parent ? loop.id : '',
                `segment ${i}: ${document.segments.id(i)} ${document.segments.text(i, 1)}`,
              );
          }
        }
  };
  test('own batch', () => same(makeBatch().claims));
  for (const kind of ['837P', '837I', '837D']) test(kind, () => same(frameX12(kind)));
  test(noCorpus ?? 'public files', function () {
    if (noCorpus) this.skip();
    for (const file of corpusFiles()) if (file.label === 'valid' || file.consensus === 'gold-valid') same(file.text);
  });
});

suite('versions without a guide', () => {
  test('an old claim file is told once, whatever else is in it', () => {
    const text = frameX12('N4*SPRINGFIELD*IL*62701').replaceAll('005010X222A1', '004010X098A1').replace('*00501*', '*00401*');
    const found = x12Findings(text);
    assert.deepEqual(
      found.map(({ rule, severity }) => `${severity} ${rule}`),
      ['information x12/unknown-guide'],
    );
  });
});
