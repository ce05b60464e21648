// Edits of X12 files: what is read and found after any row of them is what is read and found in the text as it then is.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../server/features/positions';
import { Project, type X12File } from '../../../server/features/project';
import { x12Findings } from '../../../server/features/x12/findings';
import { readX12, type X12Document } from '../../../server/syntax/x12/read';
import { rereadX12 } from '../../../server/syntax/x12/reread';
import { BESIDE, worldWith } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { corpusFiles } from '../../syntax/x12/corpus';
import { BENEFIT_FILE, COMPANY_PREMIUM_FILE, DECISION_FILE, ENROLLMENT_FILE, STATUS_ANSWER_FILE } from '../../syntax/x12/samples';
import {
  ACKNOWLEDGEMENT_FILE,
  CLAIM_ACKNOWLEDGEMENT_FILE,
  DENTAL_FILE,
  INQUIRY_FILE,
  INSTITUTIONAL_FILE,
  REMITTANCE_FILE,
} from '../../syntax/x12/valid-files';

/** Policy holders with claims of their own and with dependents; two providers and claims that repeat others, if it is not said otherwise. */
function family(of: (provider: string[], holder: string[], dependent: string[]) => string[][] = twoProviders): string {
  const lines = CLAIM_FILE.split('~\n');
  const at = (start: string, from = 0) => lines.findIndex((line, i) => i >= from && line.startsWith(start));
  const provider = lines.slice(at('HL*1*'), at('HL*2*')),
    holder = lines.slice(at('HL*2*'), at('SE*'));
  const dependent = [
    'HL*9*2*23*0',
    'PAT*19',
    'NM1*QC*1*DOE*SAM',
    'N3*12 ELM ST',
    'N4*SPRINGFIELD*IL*627045678',
    'DMG*D8*20140403*M',
    ...holder.slice(holder.findIndex((line) => line.startsWith('CLM*'))),
  ];
  return [...lines.slice(0, at('HL*1*')), ...of(provider, holder, dependent).flat(), ...lines.slice(at('SE*'))].join('~\n');
}

function twoProviders(provider: string[], holder: string[], dependent: string[]): string[][] {
  return [provider, holder, dependent, dependent, holder, provider, holder, dependent];
}

/** With a number for each claim: where none repeats another, few are looked at again. */
function numbered(text: string): string {
  let claims = 0;
  return text.replace(/CLM\*E1001\*303/g, () => `CLM*E${(claims += 1)}*${300 + claims}`);
}

const OTHERS = [BENEFIT_FILE, COMPANY_PREMIUM_FILE, DECISION_FILE, ENROLLMENT_FILE, STATUS_ANSWER_FILE];

/** What is read, without the functions that read on. */
function shape({ segments, interchanges, problems, separators }: X12Document): unknown {
  return {
    starts: [...segments.starts],
    ends: [...segments.ends],
    names: [...segments.names],
    eras: segments.eras,
    interchanges,
    problems,
    separators,
  };
}

interface Step {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const SNIPPETS = [
  '',
  'A',
  '9',
  '*',
  ':',
  '~',
  '~\n',
  '\n',
  ' ',
  '^',
  'HL*2*1*22*0~\n',
  'HL*2*1*22*0~\nHL*2*1*22*0~\n',
  'LX*1~\nLX*1~\n',
  'HL',
  'CLM*E1001*5***11:B:1*Y*A*Y*Y~\n',
  'SE*9*0001~',
  'SE*9*0001\n',
  'REF*6R*X\n',
  'LX*1~\n',
  'CLP*E1*1*5*5~\n',
  'hl*9*1*22*0~\n',
  'sv1',
  '> ',
  'INS*Y*18*021~\n',
  'NM1*85*2*X*****XX*1234567893~',
  'BHT*0019*00*B1*20270901*1253*RP~',
  'BIN*5*A~B~C~',
  'IEA*1*1~',
  'é',
];
const steps = fc.array(
  fc.record({ at: fc.nat(1_000_000), length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)), text: fc.constantFrom(...SNIPPETS) }),
  { minLength: 1, maxLength: 6 },
);

function edited(text: string, { at, length, text: put }: Step): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + length);
}

suite('edits of X12 files', function () {
  const own = [
    CLAIM_FILE,
    family(),
    family().replaceAll('~\n', '~'),
    numbered(family()),
    REMITTANCE_FILE,
    ACKNOWLEDGEMENT_FILE,
    CLAIM_ACKNOWLEDGEMENT_FILE,
    INSTITUTIONAL_FILE,
    INQUIRY_FILE,
    DENTAL_FILE,
    ...OTHERS,
  ];
  const files = [
    ...own,
    ...corpusFiles()
      .map(({ text }) => text)
      .filter((text) => text.length < 20_000),
  ];

  test('after a change the same is read as from the whole text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), steps, (file, changes) => {
        let text = file,
          document = readX12(text),
          lines = new LineIndex(text);
        for (const change of changes) {
          const next = edited(text, change);
          document = rereadX12(document, next).document;
          assert.deepEqual(shape(document), shape(readX12(next)));
          const start = Math.min(change.at % (text.length + 1), next.length);
          lines = new LineIndex(next, lines, {
            start,
            oldEnd: Math.min(text.length, start + change.length),
            newEnd: start + change.text.length,
          });
          assert.deepEqual(lines, new LineIndex(next));
          text = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('behind a missing terminator the name of the next segment tells where the one before ends', () => {
    const text = CLAIM_FILE.replace('1992012348~', '1992012348');
    const at = text.indexOf('PRV*PE') + 1;
    for (const put of ['', 'X', 'RV']) {
      const next = text.slice(0, at) + put + text.slice(at + 1);
      assert.deepEqual(shape(rereadX12(readX12(text), next).document), shape(readX12(next)), put);
    }
  });

  test('most changes are read from the segments around them alone', () => {
    for (const put of ['', 'X', '*', '~', 'HL*3*1*22*0~\n']) {
      const at = CLAIM_FILE.indexOf('CLM*') + 6;
      assert.ok(rereadX12(readX12(CLAIM_FILE), CLAIM_FILE.slice(0, at) + put + CLAIM_FILE.slice(at + 1)).change, put);
    }
  });

  const world = worldWith(BESIDE);
  const found = (text: string, project: Project) => x12Findings(project.set('file:///a.837', text, 'x12') as X12File, world);

  test('what stands above claims, and what repeats others, is judged again with each element that changes', () => {
    const project = new Project(),
      text = family();
    found(text, project);
    const elements = [...text.matchAll(/\*/g)].map(({ index }) => index).filter((at, n) => n % 2 === 0 && at > text.indexOf('BHT'));
    for (const at of elements) {
      const next = `${text.slice(0, at + 1)}9${text.slice(at + 2)}`;
      assert.deepEqual(found(next, project), found(next, new Project()), `at ${at}`);
      found(text, project);
    }
    assert.deepEqual(found(text, project), found(text, new Project()));
  });

  test('claims of dependents stand on their policy holder', () => {
    const project = new Project(),
      text = numbered(family((...levels) => levels));
    const dependents = text.indexOf('HL*9*');
    const ofDependents = (all: ReturnType<typeof found>) => all.filter(({ span }) => span.start > dependents).length;
    const before = ofDependents(found(text, project));
    // Of Medicare nobody is a dependent.
    const at = text.indexOf('*CI~');
    const next = `${text.slice(0, at)}*MB~${text.slice(at + 4)}`;
    const after = found(next, project);
    assert.ok(ofDependents(after) > before);
    assert.deepEqual(after, found(next, new Project()));
  });

  test('whether the writer knows ZIP codes of nine digits is asked again with each change', () => {
    const project = new Project(),
      text = CLAIM_FILE.replace('627011234', '62701');
    const severities = (all: ReturnType<typeof found>) =>
      all.filter(({ rule }) => rule === 'provider/invalid-zip').map((one) => one.severity);
    const short = text.replace('627045678', '62704');
    for (const [one, severity] of [
      [text, 'error'],
      [short, 'warning'],
      [text, 'error'],
    ] as const)
      assert.deepEqual(severities(found(one, project)), [severity]);
  });

  test('after a change the same is found as in the whole text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), steps, (file, changes) => {
        const project = new Project();
        let text = file;
        found(text, project);
        for (const change of changes) {
          text = edited(text, change);
          assert.deepEqual(found(text, project), found(text, new Project()));
        }
      }),
      { numRuns: 150 },
    );
  });
});
