// A claim is refused when an error stands in the encounter or in anything that it uses.
import assert from 'node:assert/strict';
import { prepareClaim, prepareClaims } from '../../server/claims/generate';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';

function prepare(encounter: string, practice = PRACTICE) {
  const document = readDocument(encounter);
  const world = worldOf([readDocument(practice, 'file:///practice/front-desk.practice'), document]);
  return prepareClaims(document.definitions.encounters, world);
}

suite('prepare a claim', () => {
  test('a clean encounter has no findings', () => {
    const [prepared] = prepare(ENCOUNTER);
    assert.deepEqual(prepared.findings.map((finding) => finding.rule), []);
    assert.equal(prepared.refused, false);
    assert.equal(prepared.claim.id.value, 'E1');
  });

  test('what cannot be read in the encounter stands against it, what cannot be read beside it does not', () => {
    const wrong = `${ENCOUNTER.replace('  place ', '  plaec ')}\nencounter E2\n  patient DOE-JANE\n  nonsense 1\n`;
    const [first, second] = prepare(wrong);
    assert.ok(first.findings.some((finding) => finding.rule === 'document/unknown-keyword'
      && wrong.slice(finding.span.start, finding.span.end) === 'plaec'));
    assert.ok(!first.findings.some((finding) => wrong.slice(finding.span.start, finding.span.end) === 'nonsense'));
    assert.ok(second.findings.some((finding) => wrong.slice(finding.span.start, finding.span.end) === 'nonsense'));
  });

  test('a finding in the practice names the practice’s document', () => {
    const practice = PRACTICE.replace('  phone      217-555-0100\n', '  fone       217-555-0100\n');
    const document = readDocument(ENCOUNTER);
    const world = worldOf([readDocument(practice, 'file:///practice/front-desk.practice'), document]);
    const { findings } = prepareClaim(document.definitions.encounters[0], world);
    assert.ok(findings.some((finding) => finding.rule === 'document/unknown-keyword'
      && finding.source.uri.endsWith('front-desk.practice')));
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

  test('a claim that cannot be written in this form yet', () => {
    const [prepared] = prepare(ENCOUNTER.replace('encounter E1', 'encounter E1 dental'));
    assert.equal(prepared.refused, true);
  });
});
