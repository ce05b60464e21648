// What is written alike is judged once: the rules that say so of themselves look at nothing else, and nothing is lost by it.
import assert from 'node:assert/strict';
import type { Claim } from '../../server/model/claim';
import { resolveClaim } from '../../server/model/resolve';
import type { Rule, RuleContext } from '../../server/rules/rule';
import { type RuleWorld, checkX12Claims } from '../../server/rules/run';
import { RULES } from '../../server/rules/table';
import { lower837 } from '../../server/model/lower-837';
import { readX12 } from '../../server/syntax/x12/read';
import { PRACTICE, frame } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';
import { frameX12, PROFESSIONAL_FILE, x12World } from './x12/kit';

/** What alike.ts compares besides the line or the code itself. */
const COMPARED = [
  /^claim\.(form|origin|day|frequency)$/, /^claim\.date\b/, /^claim\.place(\.value)?$/, /^claim\.diagnoses(\.length)?$/, /^claim\.sent(\.place(\.value)?)?$/,
  /^claim\.coverages(\.0(\.payer(\.filing(\.value)?)?)?)?$/, /^(claim|diagnosis|service)$/, /^service\./, /^diagnosis\.(code(\.value)?|position|letter)$/,
];

const ALIKE = (Object.entries(RULES) as [string, Rule][]).filter(([, rule]) => rule.alike);

suite('lines and diagnoses that are written alike', () => {
  test('rules that are asked once have looked at nothing else when they say nothing', () => {
    assert.ok(ALIKE.length > 20);
    const wrong = new Set<string>(), world = x12World();
    for (const claim of claims()) {
      const subjects = [
        ...claim.services.map((service) => ['service', { claim, service }] as const),
        ...claim.diagnoses.map((diagnosis) => ['diagnosis', { claim, diagnosis }] as const),
      ];
      for (const [kind, subject] of subjects) {
        for (const [id, rule] of ALIKE) {
          if (rule.on !== kind) continue;
          for (const path of readInSilence(rule, subject, world)) if (!COMPARED.some((one) => one.test(path))) wrong.add(`${id} reads ${path}`);
        }
      }
    }
    assert.deepEqual([...wrong], []);
  });

  test('two lines with one error are both told', () => {
    assert.deepEqual(told(doubled('SV1*HC:99213:25*145*UN*0***1:2')), ['service/invalid-units', 'service/invalid-units']);
  });

  test('a diagnosis that is good on one day is judged again on another', () => {
    // The code ended in September 2025.
    const text = doubled('SV1*HC:99213*145*UN*1***1:2').replaceAll('ABF:E1165', 'ABF:T7807XA');
    const second = text.indexOf('CLM*E1002');
    assert.deepEqual(told(text.slice(0, second).replaceAll('20260815', '20250815') + text.slice(second)).filter((id) => id === 'diagnosis/expired-code'), ['diagnosis/expired-code']);
  });

  test('a rule that is silenced for one payer speaks of the next one’s line', () => {
    const text = PROFESSIONAL_FILE.replace('*UN*1***1:2', '*UN*0***1:2');
    const from = text.indexOf('HL*2*'), end = text.indexOf('SE*');
    const both = `${text.slice(0, end)}${text.slice(from, end).replace('HL*2*', 'HL*3*').replace('60054', '00621').replaceAll('E1001', 'E1002')}${text.slice(end)}`;
    assert.deepEqual(told(both, { 60054: { 'service/invalid-units': 'off' } }), ['service/invalid-units']);
  });
});

/** The clean file with its claim twice, with another number and other charges, and a changed first line in both. */
function doubled(line: string): string {
  const text = PROFESSIONAL_FILE.replace('SV1*HC:99213:25*145*UN*1***1:2', line);
  const from = text.indexOf('CLM*E1001'), end = text.indexOf('SE*');
  return `${text.slice(0, end)}${text.slice(from, end).replaceAll('E1001', 'E1002').replace('20610:RT*110', '20610:RT*111').replace('*255*', '*256*')}${text.slice(end)}`;
}

function told(text: string, payers: RuleWorld['settings']['payers'] = {}): string[] {
  return checkX12Claims(readX12(text), { uri: 'file:///a.837', text, language: 'x12' }, { ...x12World(), settings: { rules: {}, payers } }).map((one) => one.rule);
}

/** Claims of all examples, as encounters or in files. */
function claims(): Claim[] {
  const examples = (Object.values(RULES) as Rule[]).flatMap(({ only, bad, good }) => [...bad, ...good].map((text) => ({ text, isFile: only === 'x12' })));
  return examples.flatMap(({ text, isFile }) => {
    if (isFile) {
      const file = frameX12(text);
      return lower837(readX12(file), { uri: 'file:///a.837', text: file, language: 'x12' });
    }
    const document = readDocument(frame(text));
    const { workspace } = worldOf([readDocument(PRACTICE, 'file:///practice/front-desk.practice'), document]);
    return document.definitions.encounters.map((encounter) => resolveClaim(encounter, workspace));
  });
}

/** The paths below the subject that a rule reads, where it reports nothing. */
function readInSilence(rule: Rule, subject: object, world: RuleWorld): string[] {
  const paths: string[] = [];
  let silent = true;
  const context: RuleContext = { ...world, report: () => { silent = false; } };
  rule.check(noting(subject, '', paths) as never, context);
  return silent ? paths : [];
}

function noting(value: unknown, path: string, paths: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || typeof found === 'function') return found;
      const below = path === '' ? key : `${path}.${key}`;
      paths.push(below);
      return noting(found, below, paths);
    },
  });
}
