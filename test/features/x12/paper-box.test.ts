// The boxes of paper forms: what the table names is in the guide of its claim.
import assert from 'node:assert/strict';
import { diagnostics } from '../../../server/features/diagnostics';
import { checkX12Stream } from '../../../server/features/x12/check-stream';
import table from '../../../server/features/x12/paper-boxes.txt';
import type { LoopUse, SegmentUse } from '../../../server/syntax/x12/guide';
import { guideById } from '../../../server/syntax/x12/guides';
import { x12Scene } from '../../kit/scene';
import { frameX12 } from '../../rules/x12/kit';
import { INSTITUTIONAL_FILE } from '../../syntax/x12/valid-files';

function segmentsOf(loop: LoopUse): [string, SegmentUse][] {
  return loop.children.flatMap(({ use }): [string, SegmentUse][] => (use.kind === 'loop' ? segmentsOf(use) : [[loop.id, use]]));
}

suite('boxes of paper forms', () => {
  let uses: [string, SegmentUse][] = [];
  for (const line of table.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [loops, named, elements = ''] = line.split(' ');
    if (loops === 'form') {
      const root = guideById(named)?.root;
      assert.ok(root, named);
      uses = segmentsOf(root);
      continue;
    }
    const known = uses;
    const [ids, qualifiers = ''] = named.split('=');
    test(line, () => {
      for (const loop of loops.split(',')) {
        const own = known.filter(([id, use]) => id === loop && ids.split(',').includes(use.id)).map(([, use]) => use);
        assert.ok(own.length > 0, `${loop} has no ${ids}`);
        if (qualifiers)
          assert.ok(
            own.some((use) => qualifiers.split(',').some((one) => use.key?.codes.has(one))),
            `${loop} has no ${named}`,
          );
        for (const element of elements === '*' ? [] : elements.split(',')) {
          const [n, part] = element.split('-').map(Number);
          const found = own.map((use) => (part ? use.elements[n - 1]?.components?.[part - 1] : use.elements[n - 1]));
          assert.ok(
            found.some((one) => one && one.usage !== 'N'),
            `${ids} has no ${element}`,
          );
        }
      }
    });
  }
});

suite('boxes of findings', () => {
  const boxes = (text: string): string[] => {
    const { document, world } = x12Scene(text);
    return diagnostics(document, world)
      .filter(({ severity }) => severity === 1)
      .map(({ message }) => / \(([^()]+)\)$/.exec(String(message))?.[1] ?? '');
  };

  test('what the guide says of an element names its box', () =>
    assert.deepEqual(boxes(frameX12('SV1*HC:99213:25*145*UN*A***1')), ['box 24G · 2400 SV104']));

  test('a hospital has boxes of its own', () =>
    assert.deepEqual(boxes(INSTITUTIONAL_FILE.replace('*UN*1~', '*UN*A~')).slice(0, 1), ['box 46 · 2400 SV205']));

  test('what has no box names its element alone', () => assert.deepEqual(boxes(frameX12('BHT*0019*00*0001*20260901*0930*XX')), ['BHT06']));

  test('in a file of any size they are the same', () => {
    const { document, world } = x12Scene(frameX12('SV1*HC:99213:25*145*UN*A***1'));
    const check = checkX12Stream(world, document.uri);
    check.push(document.text);
    const [{ paper, transaction }] = check.end().filter(({ severity }) => severity === 'error');
    assert.deepEqual([paper, transaction], ['24G', '2400 SV104']);
  });
});
