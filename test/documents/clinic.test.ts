// A group of many specialties whose visits have no fault: no rule says a word of them, and neither does anything of their claims.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { claimControl } from '../../server/claims/control';
import { claimPreparer } from '../../server/claims/generate';
import { writeClaims } from '../../server/claims/write-837p';
import { formatSuperbill } from '../../server/features/formatting';
import { Project } from '../../server/features/project';
import { Workspace } from '../../server/model/workspace';
import { type RuleWorld, NO_SETTINGS, checkDocument } from '../../server/rules/run';
import { parseSuperbill } from '../../server/syntax/superbill/parse';
import { codeSets } from '../kit/code-sets';
import { x12Findings } from '../rules/x12/kit';

const INTERCHANGE = { control: 7, date: '2026-11-21', time: '0930', usage: 'T', sender: 'RIV001', receiver: '60054' } as const;
const FOLDER = path.join(process.cwd(), 'test/documents/clinic');
const files = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, uri: `file:///clinic/${name}`, text: readFileSync(path.join(FOLDER, name), 'utf8') }));

const project = new Project();
for (const { uri, text } of files) project.set(uri, text, 'superbill');
const world: RuleWorld = {
  workspace: project.workspace,
  codes: codeSets(),
  today: '2026-11-21',
  settings: NO_SETTINGS,
  log(message) {
    throw new Error(message);
  },
};

suite('a clinic without a fault', function () {
  for (const { name, uri, text } of files) {
    test(name, () => {
      const document = project.superbill(uri);
      assert.ok(document);
      const line = (offset: number): string =>
        text
          .slice(text.lastIndexOf('\n', offset - 1) + 1)
          .split('\n')[0]
          .trim();
      assert.deepEqual(
        checkDocument(document, world).map((one) => `${line(one.span.start)} | ${one.severity} ${one.rule}: ${one.message}`),
        [],
      );
    });

    test(`${name} is laid out as the formatter does it`, () => assert.equal(formatSuperbill(parseSuperbill(text)), text));
  }

  test('the claims written of them have no fault, either', () => {
    const claims = project.workspace.list('encounter').map((encounter) => {
      const { refused, claim } = claimPreparer(world)(encounter);
      assert.ok(!refused, `${encounter.id.value} is refused`);
      return { claim, control: claimControl(claim.id.value, 1) };
    });
    const text = writeClaims({ claims, interchange: INTERCHANGE });
    const claimOf = (offset: number): string => /^CLM\*[^*]*/.exec(text.slice(text.lastIndexOf('CLM*', offset)))?.[0] ?? '';
    const wrong = x12Findings(text, { ...world, workspace: new Workspace() }).map(
      (one) => `${claimOf(one.span.start)}: ${one.rule} ${one.message}`,
    );
    assert.deepEqual(wrong, []);
  });
});
