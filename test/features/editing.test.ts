// A document that is being written is read and judged as if it were new, whatever was typed before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimPreparer } from '../../server/claims/generate';
import { Project } from '../../server/features/project';
import { checkDocument } from '../../server/rules/run';
import { parseAgain, parseSuperbill } from '../../server/syntax/superbill/parse';
import { codeSets } from '../kit/code-sets';
import { EARLIER, ENCOUNTER, PRACTICE } from '../kit/frame';
import { worldOf } from '../kit/world';

const URI = 'file:///practice/day.encounter',
  DESK = 'file:///practice/front-desk.practice';
const codes = codeSets();

/** What a person may type or paste at any place. */
const WRITTEN = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '#',
    '"',
    'x',
    'encounter',
    '\nencounter E7\n  date 2026-11-02\n',
    '\n  note\n    knee\n',
    'patient DOE-JANE\n',
    '\nPatient: DOE-JANE\n',
    '\nEncounter: E8\ndate 2026-11-02\n',
    '\n  name',
    '\npayer AETNA\n',
    '\nnote\n',
    '\nprovider CURIE\n  npi 1\n',
    '\nfees\n  99213 1.00\n',
    '\n  replaces 4711\n',
    '99213 A 145.00\n',
    '    B  I10\n',
    ENCOUNTER,
    EARLIER,
  ),
  fc.string({ maxLength: 6 }),
);
const EDIT = fc.record({
  file: fc.integer({ min: 0, max: 3 }),
  from: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: WRITTEN,
});

/** A fix in one block does not look at the lines of another one, even where both stand at the margin. */
const AT_THE_MARGIN = [
  { file: 1, from: 0, length: 78, text: '\nEncounter: E8\ndate 2026-11-02\n' },
  { file: 1, from: 0, length: 0, text: '\npayer AETNA\n' },
  { file: 1, from: 1_199_785_736, length: 0, text: ENCOUNTER },
];

function check(project: Project, uri: string) {
  const document = project.superbill(uri);
  assert.ok(document);
  return { document, findings: checkDocument(document, { ...worldOf([]), workspace: project.workspace, codes }, project.memory) };
}

suite('a document that is being written', () => {
  test('is read and judged as a new one', () => {
    fc.assert(
      fc.property(fc.array(EDIT, { minLength: 1, maxLength: 12 }), (edits) => {
        const project = new Project();
        const texts = new Map([
          [DESK, PRACTICE],
          [URI, `# today\n${ENCOUNTER}\n${EARLIER}\n${ENCOUNTER.replace('encounter E', 'encounter F')}`],
        ]);
        for (const [uri, text] of texts) project.set(uri, text, 'superbill');
        for (const edit of edits) {
          // Most is typed into encounters.
          const uri = edit.file === 0 ? DESK : URI,
            text = texts.get(uri) ?? '';
          const from = edit.from % (text.length + 1);
          texts.set(uri, text.slice(0, from) + edit.text + text.slice(from + edit.length));
          project.set(uri, texts.get(uri) ?? '', 'superbill');
          const fresh = new Project();
          // In the same order: of two definitions of one id the first counts.
          for (const one of texts.keys()) fresh.set(one, texts.get(one) ?? '', 'superbill');
          for (const one of texts.keys()) {
            const now = check(project, one),
              anew = check(fresh, one);
            assert.deepEqual(now.document.tree, anew.document.tree);
            assert.deepEqual(now.document.definitions, anew.document.definitions);
            assert.deepEqual(now.findings, anew.findings);
          }
        }
      }),
      { numRuns: 40, examples: [[AT_THE_MARGIN]] },
    );
  });

  for (const [what, before, after] of [
    ['a keyword gets longer', 'patient A\nprovider', 'patient A\nproviders'],
    ['a keyword becomes one', 'patient A\nprovide\n  npi 1', 'patient A\nprovider\n  npi 1'],
    ['a block is indented', 'patient A\nprovider B\n  npi 1', 'patient A\n provider B\n  npi 1'],
    ['two lines become one', 'patient A\n  name Doe, Jane\nprovider B\n', 'patient A\n  name Doe, Janeprovider B\n'],
    ['the line before ends otherwise', 'patient A\r\nprovider B', 'patient A\rprovider B'],
    ['a block is repeated', 'patient A\nprovider B\nprovider B\n', 'patient A\nprovider B\nprovider B\nprovider B\n'],
    ['a block gets its first line', 'encounter E\n  date x\n\npatient A\n', 'encounter E\n  date x\n\npatient A\n  name Doe, Jane\n'],
    ['the line below a block moves', 'encounter E\n\npatient A\n\nname B\nnpi 1\n', 'encounter E\n\npatient A\n\n  name B\nnpi 1\n'],
    ['a block gets a colon', 'encounter E\npatient A\nencounter F\npatient B\n', 'encounter E\npatient A\nencounter: F\npatient B\n'],
    [
      'a visit below loses its first line',
      'encounter E\n  patient A\n\nencounter F\npatient B\ndate x\n',
      'encounter E\n  patient A\n\npatient B\ndate x\n',
    ],
    [
      'the visit above a headless one loses its patient',
      'encounter E\n  patient A\n\npatient B\ndate x\n',
      'encounter E\n\npatient B\ndate x\n',
    ],
    [
      'the blank line above a headless visit goes',
      'encounter E\n  patient A\n\npatient B\ndate x\n',
      'encounter E\n  patient A\npatient B\ndate x\n',
    ],
    [
      'a headless visit gets its date',
      'encounter E\n  patient A\n\npatient B\n\npatient C\ndate\n',
      'encounter E\n  patient A\n\npatient B\ndate x\n\npatient C\ndate\n',
    ],
    ['everything goes', 'patient A\nprovider B', ''],
    ['something comes', '', 'provider B'],
  ] as const) {
    test(what, () => {
      assert.deepEqual(parseAgain(after, parseSuperbill(before)), parseSuperbill(after));
      assert.deepEqual(parseAgain(before, parseSuperbill(after)), parseSuperbill(before));
    });
  }

  test('a member id that is corrected in the patient is judged anew in the encounter', () => {
    const project = new Project();
    project.set(DESK, PRACTICE.replace(/effective +\S+/, 'effective 2030-01-01'), 'superbill');
    project.set(URI, ENCOUNTER, 'superbill');
    assert.deepEqual(
      check(project, URI).findings.map((one) => one.rule),
      ['coverage/expired-coverage'],
    );
    project.set(DESK, PRACTICE, 'superbill');
    assert.deepEqual(check(project, URI).findings, []);
  });

  test('what was worked out about a claim holds until something that it stands on changes', () => {
    const project = new Project();
    project.set(DESK, PRACTICE, 'superbill');
    project.set(URI, `# today\n${ENCOUNTER}\n${EARLIER}`, 'superbill');
    const world = { ...worldOf([]), workspace: project.workspace, codes };
    let worked = 0;
    const refused = (nth: number) => {
      const encounter = project.superbill(URI)?.definitions.encounters[nth];
      assert.ok(encounter);
      return project.memory.recall(encounter, world, () => {
        worked += 1;
        return claimPreparer(world)(encounter).refused;
      });
    };
    assert.deepEqual([refused(0), refused(1), refused(0), worked], [false, false, false, 2]);
    project.set(URI, `# in the morning\n${ENCOUNTER}\n${EARLIER}`, 'superbill');
    assert.deepEqual([refused(1), worked], [false, 2]);
    project.set(DESK, PRACTICE.replace('1992012348', '1992012349'), 'superbill');
    assert.deepEqual([refused(0), worked], [true, 3]);
  });

  test('an encounter is compared with others as they are now', () => {
    const project = new Project(),
      other = 'file:///practice/other.encounter';
    const duplicates = () => check(project, URI).findings.filter((one) => one.rule === 'claim/duplicate-claim').length;
    project.set(DESK, PRACTICE, 'superbill');
    project.set(URI, ENCOUNTER, 'superbill');
    assert.equal(duplicates(), 0);
    project.set(other, ENCOUNTER.replace('encounter E', 'encounter F'), 'superbill');
    assert.notEqual(duplicates(), 0);
    project.set(other, '', 'superbill');
    assert.equal(duplicates(), 0);
  });
});
