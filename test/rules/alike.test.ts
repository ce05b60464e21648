// What is written alike is judged once: rules look at nothing but what they tell, and nothing is lost by it.
import assert from 'node:assert/strict';
import type { Claim } from '../../server/model/claim';
import type { Rule, RuleContext } from '../../server/rules/rule';
import { type RuleWorld, checkX12Claims } from '../../server/rules/run';
import { RULES } from '../../server/rules/table';
import { lower837 } from '../../server/model/lower-837';
import { readX12 } from '../../server/syntax/x12/read';
import { fileOf } from '../claims/kit';
import { frame } from '../kit/frame';
import { frameX12, PROFESSIONAL_FILE, x12World } from './x12/kit';

/** What written-claim.ts compares in any case, and with each part. */
const COMMON = [
  /^(claim|diagnosis|service)$/,
  /^claim\.(form|origin|source|head|day|frequency|encounter|ordering|diagnoses)$/,
  /^claim\.place(\.value)?$/,
  /^claim\.adjudicated(\.length)?$/,
  /^claim\.sent(\.place(\.value)?)?$/,
];
const OF_LINE = [/^claim\.date\b/, /^claim\.coverages(\.0(\.payer(\.filing(\.value)?)?)?)?$/];
// What the practice knows of a payer goes with its id.
const PAYER = /^claim\.coverages\.0\.payer\.(id|timelyFiling|authorization)\b/;
const PARTS: Readonly<Record<string, readonly RegExp[]>> = {
  head: [
    ...OF_LINE,
    PAYER,
    /^claim\.coverages(\.length|\.\d+(\.at(\.value)?|\.coverage(\.medicareSecondary(\.value)?)?)?)?$/,
    /^claim\.coverages\.[1-9]\b/,
    /^claim\.(accident|admitted|discharged|onset|lastSeen|lmp|delayReason|authorization|referral|original|referring|rendering|supervising|facility)\b/,
    /^claim\.sent\.(total|payers|dates|clia|patientPaid|accidentCodes|statement|admissionType|patientStatus|dependent)\b/,
    /^claim\.sent\.(frequency|died|subscriber(\.(ownClaims|order|relationship))?)(\.value)?$/,
  ],
  diagnoses: [/^claim\.diagnoses\b/, /^claim\.sent\.codes\b/, /^diagnosis\b/],
  lines: [
    ...OF_LINE,
    PAYER,
    /^claim\.services\.(length|\d+(\.(?!line\b).*)?)$/,
    /^claim\.services$/,
    /^claim\.sent\.(lines|beside|purpose)\b/,
    /^service\.(?!line\b)/,
    /^claim\.diagnoses\.length$/,
    /^claim\.rendering(\.(at(\.value)?|target(\.npi(\.value)?)?))?$/,
    // A file tells who is certified for the laboratory in its head and lines only.
    /^claim\.billing(\.target(\.(npi(\.value)?|taxonomy(\.value)?|clia))?)?$/,
  ],
  code: [/^diagnosis\.(code(\.value)?|position)$/],
  line: [...OF_LINE, /^service\.(?!line\b|pointed\b)/],
};
/** The text of a claim, as far as its head and lines go. */
const TEXT = /^claim\.sent\.(document|transaction|first|end|teeth)\b/;

const ALIKE = (Object.entries(RULES) as [string, Rule][]).filter(([, rule]) => rule.alike);

suite('what is written alike', function () {
  test('rules look at nothing but what they tell when they say nothing, and may not', () => {
    assert.ok(ALIKE.length > 100);
    const read = new Map(ALIKE.map(([id]) => [id, new Set<string>()])),
      world = x12World();
    for (const claim of claims()) {
      const subjects = [
        ['claim', claim] as const,
        ...claim.services.map((service) => ['service', { claim, service }] as const),
        ...claim.diagnoses.map((diagnosis) => ['diagnosis', { claim, diagnosis }] as const),
      ];
      for (const [id, rule] of ALIKE) {
        const { forms, on, only } = rule;
        if (only === 'encounter' || (forms && !forms.includes(claim.form))) continue;
        for (const [kind, subject] of subjects)
          if (on === kind) for (const path of readInSilence(rule, subject, world)) read.get(id)?.add(path);
      }
    }
    const wrong = ALIKE.flatMap(([id, { alike = [] }]) => {
      const compared = [
        ...COMMON,
        ...[alike].flat().flatMap((part) => PARTS[part]),
        ...(alike.includes('head') && alike.includes('lines') ? [TEXT] : []),
      ];
      return [...(read.get(id) ?? [])].filter((path) => !compared.some((one) => one.test(path))).map((path) => `${id} reads ${path}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('what a rule might say does not hang on more than it tells', () => {
    // The patient is no woman, and not of that age: what is written like it may be another's.
    assert.deepEqual(
      told(twoPatients('19680314*F', '19680314*M', 'ABF:O80')).filter((id) => id === 'diagnosis/mismatched-sex'),
      ['diagnosis/mismatched-sex'],
    );
    assert.deepEqual(
      told(twoPatients('19680314*F', '20120314*F', 'ABF:Z0000')).filter((id) => id === 'diagnosis/invalid-age'),
      ['diagnosis/invalid-age'],
    );
  });

  test('a payer behind the lines, out of order, is a matter of the claim', () => {
    const text = twoPatients('19680314*F', '19680314*F', 'ABF:E1165'),
      end = text.indexOf('SE*');
    assert.deepEqual(
      told(`${text.slice(0, end)}SBR*P*18*******CI~\n${text.slice(end)}`).filter((id) => id === 'x12/duplicate-order'),
      ['x12/duplicate-order'],
    );
  });

  test('two lines with one error are both told', () => {
    assert.deepEqual(told(doubled('SV1*HC:99213:25*145*UN*0***1:2')), ['service/invalid-units', 'service/invalid-units']);
  });

  test('a diagnosis that is good on one day is judged again on another', () => {
    // The code ended in September 2025.
    const text = doubled('SV1*HC:99213*145*UN*1***1:2').replaceAll('ABF:E1165', 'ABF:T7807XA');
    const second = text.indexOf('CLM*E1002');
    assert.deepEqual(
      told(text.slice(0, second).replaceAll('20260815', '20250815') + text.slice(second)).filter((id) => id === 'diagnosis/expired-code'),
      ['diagnosis/expired-code'],
    );
  });

  test('a rule that is silenced for one payer speaks of the next one’s line', () => {
    const text = PROFESSIONAL_FILE.replace('*UN*1***1:2', '*UN*0***1:2');
    const from = text.indexOf('HL*2*'),
      end = text.indexOf('SE*');
    const both = `${text.slice(0, end)}${text.slice(from, end).replace('HL*2*', 'HL*3*').replace('60054', '00621').replaceAll('E1001', 'E1002')}${text.slice(end)}`;
    assert.deepEqual(told(both, { 60054: { 'service/invalid-units': 'off' } }), ['service/invalid-units']);
  });
});

/** The clean file with its claim twice, with another number and other charges, and a changed first line in both. */
function doubled(line: string): string {
  const text = PROFESSIONAL_FILE.replace('SV1*HC:99213:25*145*UN*1***1:2', line);
  const from = text.indexOf('CLM*E1001'),
    end = text.indexOf('SE*');
  return `${text.slice(0, end)}${text.slice(from, end).replaceAll('E1001', 'E1002').replace('20610:RT*110', '20610:RT*111').replace('*255*', '*256*')}${text.slice(end)}`;
}

function told(text: string, payers: RuleWorld['settings']['payers'] = {}): string[] {
  return checkX12Claims(
    readX12(text),
    { uri: 'file:///a.837', text, language: 'x12' },
    { ...x12World(), settings: { rules: {}, payers } },
  ).map((one) => one.rule);
}

/** The clean file with a second patient of other birthday and sex, whose claim differs by number only. */
function twoPatients(first: string, second: string, diagnosis: string): string {
  const text = PROFESSIONAL_FILE.replace('ABF:E1165', diagnosis).replace('19680314*F', first);
  const from = text.indexOf('HL*2*'),
    end = text.indexOf('SE*');
  const other = text
    .slice(from, end)
    .replace('HL*2*', 'HL*3*')
    .replace(first, second)
    .replaceAll('E1001', 'E1002')
    .replace('W123456789', 'W2');
  return `${text.slice(0, end)}${other}${text.slice(end)}`;
}

/** Claims of the right examples, in files. */
function claims(): Claim[] {
  const examples = ALIKE.flatMap(([id, { good }]) => good.map((text) => (id.startsWith('x12/') ? frameX12(text) : fileOf(frame(text)))));
  return examples.flatMap((text) => lower837(readX12(text), { uri: 'file:///a.837', text, language: 'x12' }));
}

/** The paths below the subject that a rule reads, where it reports nothing. */
function readInSilence(rule: Rule, subject: object, world: RuleWorld): string[] {
  const paths: string[] = [];
  let silent = true;
  const context: RuleContext = {
    ...world,
    report: () => {
      silent = false;
    },
  };
  rule.check(noting(subject, rule.on === 'claim' ? 'claim' : '', paths) as never, context);
  return silent && !rule.concerns?.(subject as never, context) ? paths : [];
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
