// One fault at a time in valid files of every kind: each is found on its segment, and the valid files have no error.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { frameX12, told, x12Findings } from '../../rules/x12/kit';
import { corpusFiles, noCorpus } from '../../syntax/x12/corpus';
import { mutants } from '../../syntax/x12/mutants';
import { makeBatch } from './batch';
import { ATTACHMENT_FILE, BRACES_FILE, MIXED_FILE, STAY_FILE } from '../../syntax/x12/samples';
import { OTHER_FAULTS, OTHER_FILES, late } from './other-mutants';
import { CLAIM_FAULTS, PAYER_FAULTS, faultsOf } from './semantic-mutants';
import { ACKNOWLEDGEMENT_FAULTS, HOSPITAL_FAULTS, REMITTANCE_FAULTS, SITUATION_FAULTS } from './situation-mutants';
import { PLAIN_FAULTS } from './plain-mutants';
import { SENSE_FAULTS } from './sense-mutants';
import { HOSPITAL_SITUATIONS, PROFESSIONAL_SITUATIONS } from './situations';

const batch = makeBatch();
const files: Readonly<Record<string, string>> = {
  claims: batch.claims,
  ta1: batch.answers.ta1 ?? '',
  '999': batch.answers['999'] ?? '',
  '277ca': batch.answers['277ca'] ?? '',
  '835': batch.answers['835'] ?? '',
  '837I': frameX12('837I'),
  '837D': frameX12('837D'),
  '837P': frameX12('837P'),
  situations: PROFESSIONAL_SITUATIONS,
  'hospital situations': HOSPITAL_SITUATIONS,
  remittance: frameX12('835'),
  'claim acknowledgement': frameX12('277CA'),
  ...OTHER_FILES,
  stay: late(STAY_FILE),
  braces: late(BRACES_FILE),
  mixed: late(MIXED_FILE),
  '275': late(ATTACHMENT_FILE),
};

/** Is there an error or warning on one of the segments? */
function isFound(text: string, segments: readonly number[], near = 0): boolean {
  const document = readX12(text);
  return x12Findings(text).some((finding) => {
    if (finding.severity !== 'error' && finding.severity !== 'warning' && finding.rule !== 'provider/unknown-taxonomy') return false;
    const at = document.segments.at(finding.span.start);
    return segments.some((segment) => Math.abs(segment - at) <= near);
  });
}

suite('x12: mutants', () => {
  for (const [name, text] of Object.entries(files)) test(`${name} is valid`, () => assert.deepEqual(told(text), []));

  const tally = new Map<string, { made: number; missed: string[] }>();
  const count = (kind: string, name: string, found: boolean): void => {
    const row = tally.get(kind) ?? { made: 0, missed: [] };
    tally.set(kind, row);
    row.made += 1;
    if (!found) row.missed.push(name);
  };
  const atLeast = (kind: string, share: number): void => {
    const { made, missed } = tally.get(kind) ?? { made: 0, missed: [] };
    if (missed.length > 0) console.log(`      ${kind}: ${missed.length} of ${made} missed: ${missed.join('; ')}`);
    assert.ok(made - missed.length >= share * made, `${kind}: found ${made - missed.length} of ${made}`);
  };

  const planted = {
    claims: CLAIM_FAULTS,
    ...PAYER_FAULTS,
    situations: SITUATION_FAULTS,
    'hospital situations': HOSPITAL_FAULTS,
    remittance: REMITTANCE_FAULTS,
    'claim acknowledgement': ACKNOWLEDGEMENT_FAULTS,
    ...OTHER_FAULTS,
  };
  for (const [name, rows] of [...Object.entries(planted), ...Object.entries(SENSE_FAULTS), ...Object.entries(PLAIN_FAULTS)]) {
    if (rows.length === 0) continue;
    test(`${name}: faults of balance, situations, codes and logic`, function () {
      for (const fault of faultsOf(files[name], rows)) count(name, `SNIP ${fault.snip} ${fault.name}`, isFound(fault.text, fault.segments));
      atLeast(name, 1);
    });
  }

  for (const name of Object.keys(files).filter((each) => files[each].includes('ST*'))) {
    test(`${name}: faults of syntax and guide`, function () {
      const all = mutants(files[name]);
      // A spread over the whole file: all of a large file take too long.
      const step = Math.max(1, Math.floor(all.length / 30));
      for (const [i, mutant] of all.entries())
        if (i % step === 0) count(`${name} guide`, mutant.name, isFound(mutant.text, mutant.segments, mutant.near));
      atLeast(`${name} guide`, 0.95);
    });
  }

  test('all together at least 98 of 100', () => {
    const rows = [...tally.values()];
    const made = rows.reduce((sum, row) => sum + row.made, 0),
      missed = rows.reduce((sum, row) => sum + row.missed.length, 0);
    console.log(
      `      ${made - missed} of ${made} single faults found on their segment (${((100 * (made - missed)) / made).toFixed(1)} %)`,
    );
    assert.ok(made >= 200 && missed <= made * 0.02);
  });
});

suite('x12: public files', function () {
  if (noCorpus) {
    test(noCorpus, function () {
      this.skip();
    });
    return;
  }
  for (const file of corpusFiles().filter((one) => one.accepted >= 2 && one.rejected === 0)) {
    test(file.path, () => assert.deepEqual(told(file.text, ['error']), []));
  }
});
