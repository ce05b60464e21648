// A claim is refused when an error stands in the encounter or in anything that it uses.
import assert from 'node:assert/strict';
import { claimPreparer, prepareClaim } from '../../server/claims/generate';
import type { Rule } from '../../server/rules/rule';
import { checkDocument } from '../../server/rules/run';
import { RULES } from '../../server/rules/table';
import { ENCOUNTER, PRACTICE, frame } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';

function prepare(encounter: string, practice = PRACTICE) {
  const document = readDocument(encounter);
  const world = worldOf([readDocument(practice, 'file:///practice/front-desk.practice'), document]);
  return document.definitions.encounters.map(claimPreparer(world));
}

suite('prepare a claim', () => {
  test('a clean encounter has no findings', () => {
    const [prepared] = prepare(ENCOUNTER);
    assert.deepEqual(
      prepared.findings.map((finding) => finding.rule),
      [],
    );
    assert.equal(prepared.refused, false);
    assert.equal(prepared.claim.id.value, 'E1');
  });

  test('what cannot be read in the encounter stands against it, what cannot be read beside it does not', () => {
    const wrong = `${ENCOUNTER.replace('  place ', '  plaec ')}\nencounter E2\n  patient DOE-JANE\n  nonsense 1\n`;
    const [first, second] = prepare(wrong);
    assert.ok(
      first.findings.some(
        (finding) => finding.rule === 'document/unknown-keyword' && wrong.slice(finding.span.start, finding.span.end) === 'plaec',
      ),
    );
    assert.ok(!first.findings.some((finding) => wrong.slice(finding.span.start, finding.span.end) === 'nonsense'));
    assert.ok(second.findings.some((finding) => wrong.slice(finding.span.start, finding.span.end) === 'nonsense'));
  });

  test('a finding in the practice names the practice’s document', () => {
    const practice = PRACTICE.replace('  phone      217-555-0100\n', '  fone       217-555-0100\n');
    const document = readDocument(ENCOUNTER);
    const world = worldOf([readDocument(practice, 'file:///practice/front-desk.practice'), document]);
    const { findings } = prepareClaim(document.definitions.encounters[0], world);
    assert.ok(
      findings.some((finding) => finding.rule === 'document/unknown-keyword' && finding.source.uri.endsWith('front-desk.practice')),
    );
  });

  test('what no rule has caught but the guide refuses stands on the word that it was made from', () => {
    const practice = PRACTICE.replace('Springfield Surgical Center', '外科中心');
    const [prepared] = prepare(ENCOUNTER.replace('  place ', '  facility SURGICENTER\n  place '), practice);
    assert.equal(prepared.refused, true);
    const last = prepared.findings.at(-1);
    assert.ok(last);
    assert.equal(last.source.uri, 'file:///practice/front-desk.practice');
    assert.match(last.message, /^The claim would be refused: NM103/);
  });

  test('what only a rule for files catches is refused, too: an ambulance ride that does not tell of the ride', () => {
    const ride = ENCOUNTER.replace('place      11', 'place      41').replace(
      / {2}services\n[\s\S]*/,
      '  services\n    A0427-RH  AB       900.00\n    A0425-RH  A   x21  300.00\n',
    );
    const [bare] = prepare(ride);
    assert.deepEqual(
      bare.findings.map(({ rule, span }) => [rule, ride.slice(span.start, span.end)]),
      [['x12/missing-transport', 'E1']],
    );
    const [told] = prepare(
      ride.replace(
        '  rendering',
        `  transport  nearest 21 miles
  pick-up    9 Birch Rd, Springfield IL 62704-1111
  drop-off   800 Hospital Way, Springfield IL 62701-5000
  rendering`,
      ),
    );
    assert.deepEqual(
      told.findings.map(({ message }) => message),
      [],
    );
  });

  test('a name that nobody has, and an id that two have', () => {
    const [unknown] = prepare(ENCOUNTER.replace('  place ', '  referring NOBODY\n  place '));
    assert.equal(unknown.refused, true);
    assert.deepEqual(
      unknown.findings.map((finding) => finding.rule),
      ['document/unknown-reference'],
    );
    const [first, second] = prepare(`${ENCOUNTER}\n${ENCOUNTER.replaceAll('2026-11-02', '2026-11-03')}`);
    for (const one of [first, second]) assert.ok(one.findings.some((finding) => finding.rule === 'document/duplicate-id'));
  });

  test('every error that the editor shows in an encounter stands against its claim', () => {
    let errors = 0;
    for (const [id, rule] of Object.entries<Rule>(RULES)) {
      for (const bad of rule.only === 'x12' ? [] : rule.bad) {
        const document = readDocument(frame(bad)),
          world = worldOf([readDocument(PRACTICE, 'file:///practice/front-desk.practice'), document]);
        const shown = checkDocument(document, world).filter((finding) => finding.severity === 'error');
        for (const prepared of document.definitions.encounters.map(claimPreparer(world))) {
          const { span } = prepared.claim;
          for (const finding of shown.filter((one) => span.start <= one.span.start && one.span.end <= span.end)) {
            errors += 1;
            assert.ok(
              prepared.findings.some((one) => one.rule === finding.rule && one.span.start === finding.span.start),
              `${id}: ${finding.message}`,
            );
            assert.equal(prepared.refused, true);
          }
        }
      }
    }
    assert.ok(errors > 80, `${errors} errors were seen`);
  });

  test('a claim that cannot be written in this form yet', () => {
    const [prepared] = prepare(ENCOUNTER.replace('encounter E1', 'encounter E1 dental'));
    assert.equal(prepared.refused, true);
  });
});
