// Whole documents are checked, repaired, and checked again: no safe fix is left over, and no charge has changed.
import assert from 'node:assert/strict';
import { applyEdits, safeEdits } from '../../server/features/fix-all';
import { formatSuperbill } from '../../server/features/formatting';
import { Project } from '../../server/features/project';
import { totalCharge } from '../../server/model/claim';
import { resolveClaim } from '../../server/model/resolve';
import { NO_SETTINGS, checkDocument } from '../../server/rules/run';
import { parseSuperbill } from '../../server/syntax/superbill/parse';
import { codeSets } from '../kit/code-sets';
import { examples } from '../kit/examples';

function opened(): Project {
  const project = new Project();
  for (const { uri, text } of examples()) project.set(uri, text, 'superbill');
  return project;
}

function findings(project: Project, uri: string) {
  const document = project.superbill(uri);
  assert.ok(document);
  return checkDocument(document, {
    workspace: project.workspace,
    codes: codeSets(),
    today: '2026-11-21',
    settings: NO_SETTINGS,
    log(message) {
      throw new Error(message);
    },
  });
}

suite('the sample practice, repaired', () => {
  for (const { name, uri, text } of examples()) {
    test(name, () => {
      const project = opened();
      const charges = () =>
        project.workspace
          .list('encounter')
          .filter((one) => one.source.uri === uri)
          .map((one) => totalCharge(resolveClaim(one, project.workspace)));
      const before = charges(),
        found = findings(project, uri);
      project.set(uri, applyEdits(text, safeEdits(found)), 'superbill');
      const left = findings(project, uri);
      assert.deepEqual(
        left.filter((one) => one.fixes.some((fix) => fix.safe)),
        [],
      );
      assert.deepEqual(charges(), before);
      assert.ok(left.length <= found.length);
    });

    test(`${name} is laid out as the formatter does it`, () => assert.equal(formatSuperbill(parseSuperbill(text)), text));
  }
});
