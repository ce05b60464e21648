// Laws about rules: every one explains itself, its examples are true, its cures work, and it has a test.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { diagnosisKey } from '../../server/model/diagnosis-codes';
import { fullNdc } from '../../server/model/identifiers';
import { resolveClaim } from '../../server/model/resolve';
import type { Finding, Fix, Rule } from '../../server/rules/rule';
import { RULES } from '../../server/rules/table';
import { slice } from '../../server/syntax/tree';
import { applyEdits } from '../kit/check';
import { PRACTICE, frame } from '../kit/frame';
import { ruleIds, ruleTable } from '../kit/rule-table.mjs';
import { findingsOf, readDocument, worldOf } from '../kit/world';

const FIRST_WORDS = ['missing', 'unknown', 'duplicate', 'mismatched', 'invalid', 'expired', 'misplaced', 'unused'];
const GROUPS = ['document', 'patient', 'coverage', 'provider', 'diagnosis', 'service', 'ncci', 'claim', 'payer', 'x12'];
const RULE_FOLDER = path.join('server', 'rules');
const rules = Object.entries(RULES) as [string, Rule][];

/** Rules about 837 files have examples in that language: their room tests them. */
const ours = rules.filter(([id]) => !id.startsWith('x12/'));

suite('laws: rules', () => {
  test('the table is what the generator writes', () => assert.equal(readFileSync(path.join(RULE_FOLDER, 'table.ts'), 'utf8'), ruleTable()));

  test('there are at least sixty', () => assert.ok(rules.length >= 60, `${rules.length} rules`));

  test('each has a test file at the mirrored path, and each test file a rule', () => {
    const tests = readdirSync(path.join('test', 'rules'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => /^[\w-]+\/[\w-]+\.test\.ts$/.test(file))
      .map((file) => file.slice(0, -'.test.ts'.length))
      .sort();
    assert.deepEqual(
      tests.filter((id) => !id.startsWith('x12/')),
      ruleIds().filter((id) => !id.startsWith('x12/')),
    );
  });

  for (const [id, rule] of rules) {
    test(`${id} explains itself`, () => {
      const [group, name] = id.split('/');
      assert.ok(GROUPS.includes(group), `${group} is not a group`);
      assert.ok(FIRST_WORDS.includes(name.split('-')[0]), `${name} begins with none of ${FIRST_WORDS.join(', ')}`);
      assert.match(rule.since, /^\d+\.\d+\.\d+$/);
      for (const text of [rule.title, rule.why, ...rule.cites]) assert.ok(text.trim().length > 3, 'an empty text');
      assert.ok(rule.cites.length > 0 && rule.bad.length > 0 && rule.good.length > 0, 'cites, bad or good is empty');
      assert.match(readFileSync(path.join(RULE_FOLDER, `${id}.ts`), 'utf8'), /^\/\/ \S/, 'no first line that says what it is for');
      assert.ok(existsSync(path.join(RULE_FOLDER, `${id}.ts`)));
    });
  }

  for (const [id, rule] of ours) {
    rule.bad.forEach((example, i) =>
      test(`${id} finds its wrong example ${i + 1}, and each fix cures it`, () => {
        const text = frame(example);
        const [only, ...more] = own(id, text);
        assert.ok(only, `nothing found in\n${text}`);
        assert.deepEqual(
          more.map((one) => one.message),
          [],
          'more than one finding of the rule',
        );
        for (const fix of only.fixes) {
          const cured = applyEdits(text, fix.edits);
          assert.notEqual(cured, text, `“${fix.title}” changes nothing`);
          assert.deepEqual(
            own(id, cured).map((one) => one.message),
            [],
            `“${fix.title}” does not cure\n${cured}`,
          );
          assert.deepEqual(newErrors(text, cured), [], `“${fix.title}” brings other errors\n${cured}`);
          if (fix.safe) assert.deepEqual(billed(cured), billed(text), `“${fix.title}” is called safe and changes what is billed`);
        }
        const touchesLineEnds = ({ edits }: Fix): boolean => edits.some((edit) => (edit.text + slice(text, edit.span)).includes('\n'));
        if (only.fixes.some(touchesLineEnds)) endsLikeTheOthers(id, text, only.fixes);
      }),
    );
    rule.good.forEach((example, i) =>
      test(`${id} is silent on its right example ${i + 1}`, () => {
        const text = frame(example);
        assert.deepEqual(
          own(id, text).map((one) => one.message),
          [],
          text,
        );
      }),
    );
  }
});

/** The lines that fixes write into a text end as the text's own do. */
function endsLikeTheOthers(id: string, text: string, fixes: readonly Fix[]): void {
  for (const end of ['\r\n', '\r']) {
    const other = text.replaceAll('\n', end);
    const [found] = own(id, other);
    assert.deepEqual(
      found?.fixes.map(({ edits }) => applyEdits(other, edits)),
      fixes.map(({ edits }) => applyEdits(text, edits).replaceAll('\n', end)),
    );
  }
}

function own(id: string, text: string): Finding[] {
  return findingsOf(text).filter((one) => one.rule === id);
}

/** What a payer is asked for: who, when, why, what, how much. The same thing said twice is said once. */
function billed(text: string): unknown {
  const documents = [readDocument(PRACTICE, 'file:///practice/front-desk.practice'), readDocument(text)];
  const { workspace } = worldOf(documents);
  return documents[1].definitions.encounters.map((encounter) => {
    const claim = resolveClaim(encounter, workspace);
    return {
      patient: claim.patient?.target?.id.value,
      day: claim.day,
      place: claim.place?.value,
      frequency: claim.frequency,
      original: claim.original?.value,
      who: [claim.rendering, claim.referring, claim.ordering, claim.supervising].map((one) => one?.at.value),
      diagnoses: claim.diagnoses.map((one) => one.code && diagnosisKey(one.code.value)),
      services: claim.services.map((one) => ({
        code: one.code?.value,
        modifiers: [...new Set(one.modifiers.map((modifier) => modifier.value))],
        pointed: [...new Set(one.pointed)],
        units: one.units?.value,
        charged: one.charged,
        days: one.days,
        drug: one.ndc && fullNdc(one.ndc.code.value),
      })),
      members: claim.coverages.map((one) => one.coverage.member?.value.replaceAll('-', '')),
    };
  });
}

/** Rules whose errors are there after a fix and were not before. */
function newErrors(before: string, after: string): string[] {
  const errors = (text: string) =>
    findingsOf(text)
      .filter((one) => one.severity === 'error')
      .map((one) => one.rule);
  const known = new Set(errors(before));
  return errors(after).filter((rule) => !known.has(rule));
}
