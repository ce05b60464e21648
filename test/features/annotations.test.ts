// Hints behind words, the line above an encounter, and the levels of a diagnosis.
import assert from 'node:assert/strict';
import { prepareHierarchy, subtypes, supertypes } from '../../server/features/hierarchy';
import { inlayHints } from '../../server/features/inlay-hints';
import type { ClaimStatus } from '../../server/features/world';
import { checkHints, checkLenses } from '../kit/check-features';
import { ENCOUNTER } from '../kit/frame';
import { scene, unmarked } from '../kit/scene';

const HEAD = 'encounter E1\n  patient  DOE-JANE\n  date  2026-11-02\n  diagnoses\n';

suite('hints', () => {
  test('titles and fees that are not written', () =>
    checkHints(
      `${HEAD}    A  M17.11‹Unilateral primary osteoarthritis, right knee›\n    B  E11.65  Diabetes\n  services\n    J3301  A  x4‹48.00›\n    99213  A  145.00\n    99999  A\n`,
    ));
  test('only what is on screen', () => {
    const { document, world } = unmarked(`${HEAD}    A  M17.11\n\nencounter E2\n  diagnoses\n    A  I10\n`);
    const at = document.text.indexOf('encounter E2');
    assert.deepEqual(
      inlayHints(document, { start: at, end: document.text.length }, world).map((one) => one.label),
      ['Essential (primary) hypertension'],
    );
  });
});

suite('the line above an encounter', () => {
  const withStatus = (state: string, summary: string) => ({
    ledger: { status: (): ClaimStatus => ({ control: 'E1-1', state, payer: 'Aetna', paid: 0, patient: 0, summary }) },
  });
  test('before a claim', () => checkLenses(ENCOUNTER, ['encounter E1: charge 255.00 · copay 25.00 | Generate | Submit']));
  test('a charge that is not known', () =>
    checkLenses('encounter E1\n  services\n    99999\n', ['encounter E1: charge not known | Generate | Submit']));
  test('sent', () =>
    checkLenses(
      ENCOUNTER,
      ['encounter E1: charge 255.00 · sent, no answer yet | Receive'],
      withStatus('submitted', 'sent, no answer yet'),
    ));
  test('rejected', () =>
    checkLenses(ENCOUNTER, ['encounter E1: charge 255.00 · rejected: member | Resubmit'], withStatus('rejected', 'rejected: member')));
  test('paid', () => checkLenses(ENCOUNTER, ['encounter E1: charge 255.00 · paid 82.50'], withStatus('paid', 'paid 82.50')));
  test('one for each encounter', () =>
    checkLenses('encounter E1\nencounter E2\n', [
      'encounter E1: no services yet | Generate | Submit',
      'encounter E2: no services yet | Generate | Submit',
    ]));
});

suite('levels of a diagnosis', () => {
  const items = (line: string) => {
    const { document, offset, world } = scene(`${HEAD}    A  ${line}\n`);
    return { world, items: prepareHierarchy(document, offset, world) };
  };
  test('up', () => {
    const {
      world,
      items: [item],
    } = items('M17<|>.11');
    assert.deepEqual([item.name, item.detail], ['M17.11', 'Unilateral primary osteoarthritis, right knee']);
    const [above] = supertypes(item, world);
    assert.equal(above.name, 'M17.1');
    assert.equal(supertypes(above, world)[0].name, 'M17');
  });
  test('down', () => {
    const {
      world,
      items: [item],
    } = items('M17<|>.1');
    assert.deepEqual(
      subtypes(item, world).map((one) => one.name),
      ['M17.10', 'M17.11', 'M17.12'],
    );
  });
  test('up to the chapter and down again', () => {
    const {
      world,
      items: [item],
    } = items('M17<|>.11');
    let top = item;
    for (let [above] = supertypes(top, world); above; [above] = supertypes(above, world)) top = above;
    assert.ok(subtypes(top, world).length > 0, top.name);
  });
  test('of a code that is written in a note', () => {
    const { document, offset, world } = scene('encounter E1\n  date  2026-11-02\n  note\n    Codes: E11<|>.65. Done\n');
    const [item] = prepareHierarchy(document, offset, world);
    assert.equal(item.name, 'E11.65');
    assert.deepEqual([item.range.start.character, item.range.end.character], [11, 17]);
    const word = scene('encounter E1\n  note\n    kn<|>ee\n');
    assert.deepEqual(prepareHierarchy(word.document, word.offset, word.world), []);
  });
  test('not on other words', () => {
    assert.deepEqual(items('M17.11  kn<|>ee').items, []);
    assert.deepEqual(items('X99<|>.ZZ').items, []);
  });
});

suite('the kit can fail', () => {
  test('hints', () => assert.throws(() => checkHints(`${HEAD}    A  M17.11\n`)));
  test('lenses', () => assert.throws(() => checkLenses(ENCOUNTER, [])));
});
