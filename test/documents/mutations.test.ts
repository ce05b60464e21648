// The sample practice, damaged at random: rules, claims and the training payer live with anything, and what becomes a claim is a good one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimControl } from '../../server/claims/control';
import { claimPreparer } from '../../server/claims/generate';
import { writeClaims } from '../../server/claims/write-837p';
import { Project } from '../../server/features/project';
import { NO_SETTINGS, type RuleWorld, checkDocument } from '../../server/rules/run';
import { readX12 } from '../../server/syntax/x12/read';
import { validate } from '../../server/syntax/x12/validate';
import { answer } from '../../server/training-payer/answer';
import { trainingContracts } from '../../server/training-payer/contract';
import { readClaimFile } from '../../server/ledger/records';
import { codeSets } from '../kit/code-sets';
import { type Example, examples, mutated } from '../kit/examples';

const INTERCHANGE = { control: 7, date: '2026-11-21', time: '0930', usage: 'T', sender: 'RIV001', receiver: '60054' } as const;
const all = examples();

/** The sample practice with one document exchanged. A rule that fails is an error here. */
function practice(changed: Example, text: string): { project: Project; world: RuleWorld } {
  const project = new Project();
  for (const one of all) project.set(one.uri, one.uri === changed.uri ? text : one.text, 'superbill');
  return {
    project,
    world: {
      workspace: project.workspace,
      codes: codeSets(),
      today: '2026-11-21',
      settings: NO_SETTINGS,
      log(message) {
        throw new Error(message);
      },
    },
  };
}

const damaged = fc.constantFrom(...all).chain((example) => mutated(example.text).map((text) => ({ example, text })));

suite('damaged documents', function () {
  test('every finding lies inside its document', () => {
    fc.assert(
      fc.property(damaged, ({ example, text }) => {
        const { project, world } = practice(example, text);
        const document = project.superbill(example.uri);
        assert.ok(document);
        for (const { span, fixes } of checkDocument(document, world)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          for (const fix of fixes) for (const edit of fix.edits) assert.ok(edit.span.start <= edit.span.end);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what is not refused is a claim without fault, to the validator and to the payer', () => {
    let written = 0;
    fc.assert(
      fc.property(damaged, ({ example, text }) => {
        const { project, world } = practice(example, text);
        const encounters = project.workspace
          .list('encounter')
          .filter((one) => one.source.uri === example.uri || !example.uri.endsWith('.encounter'));
        const claims = encounters
          .map(claimPreparer(world))
          .flatMap(({ refused, claim }) => (refused ? [] : [{ claim, control: claimControl(claim.id.value, 1) }]));
        if (claims.length === 0) return;
        written += claims.length;
        const file = writeClaims({ claims, interchange: INTERCHANGE });
        assert.deepEqual(
          validate(readX12(file))
            .filter((one) => one.severity === 'error')
            .map((one) => `${one.loop} ${one.reference}: ${one.message}`),
          [],
          file,
        );
        assert.deepEqual(
          readClaimFile('', file).map((one) => one.control),
          claims.map((one) => one.control),
        );
        const answers = answer({ file, contracts: trainingContracts(project.workspace) });
        assert.match(answers['999'] ?? '', /~AK9\*A\*/, 'the payer takes the file in');
        for (const one of Object.values(answers))
          assert.deepEqual(
            validate(readX12(String(one)))
              .filter((problem) => problem.severity === 'error')
              .map((problem) => problem.message),
            [],
          );
      }),
      { numRuns: 120 },
    );
    assert.ok(written > 50, `only ${written} claims were written`);
  });
});
