// Conditions that the book codes together where a note names both: diabetes and its complications, hypertension with heart or kidney disease.
import { isTie } from './cause';
import type { Found } from './place';

interface Combination {
  /** What it is of, for a person: `diabetes and chronic kidney disease`. */
  readonly name: string;
  readonly first: RegExp;
  readonly second: RegExp;
  /** The code for both, by the codes of each. */
  readonly code: (first: string, second: string) => string;
  /** Which of the two it takes the place of; the other is coded beside it. */
  readonly replaces: 'first' | 'second' | 'both';
  /** Only where the note says that the second caused the first. */
  readonly tied?: true;
}

const DIABETES = /^E(08|09|10|11|13)/;
const family = (diabetes: string) => diabetes.slice(0, 3);
const diabetic = (name: string, second: RegExp, tail: string, replaces: Combination['replaces'] = 'first'): Combination => ({
  name: `diabetes and ${name}`,
  first: DIABETES,
  second,
  code: (first) => `${family(first)}.${tail}`,
  replaces,
});

/** The book has chapter 15 before the disease; withWeeks gives it its trimester. */
const inPregnancy = (name: string, disease: RegExp, code: string, replaces: 'first' | 'both' = 'first'): Combination => ({
  name: `pregnancy and ${name}`,
  first: /^(Z33\.1|Z34|O([0-4]|99))/,
  second: disease,
  code: () => code,
  replaces,
});

/** How bad a depression is in a bipolar disorder. */
const BIPOLAR: Readonly<Record<string, string>> = { 'F32.0': 'F31.31', 'F32.1': 'F31.32', 'F32.2': 'F31.4' };

/** In the order in which they are tried: hypertension takes in heart failure and the kidneys together. */
const COMBINATIONS: readonly Combination[] = [
  diabetic('chronic kidney disease', /^N18/, '22'),
  diabetic('nerve disease', /^G(62\.9|60\.9|63)$/, '42', 'both'),
  diabetic('nerve pain', /^G(58\.9|59)$|^M79\.2$/, '40', 'both'),
  diabetic('a slow stomach', /^K31\.84$/, '43'),
  diabetic('eye disease', /^H35\.0[0-9]*$/, '319', 'both'),
  diabetic('cataract', /^H26\.9$|^H25\.9$/, '36', 'both'),
  diabetic('artery disease of the legs', /^I73\.9$|^I70\.2/, '51', 'both'),
  diabetic('foot ulcer', /^L97\.[45]/, '621'),
  diabetic('skin ulcer', /^L9(7\.[1-389]|8\.4)/, '622'),
  diabetic('skin disease', /^L30\.9$/, '620', 'both'),
  diabetic('high blood sugar', /^R73\.9$/, '65', 'both'),
  diabetic('low blood sugar', /^E16\.2$/, '649', 'both'),
  diabetic('kidney disease', /^N(05\.9|08|28\.9)$/, '21', 'both'),
  { name: 'hypertension and heart failure', first: /^I10$|^I11\.9$/, second: /^I50/, code: () => 'I11.0', replaces: 'first' },
  {
    name: 'hypertension, heart failure and chronic kidney disease',
    first: /^I12/,
    second: /^I50/,
    code: (kidney) => (kidney === 'I12.0' ? 'I13.2' : 'I13.0'),
    replaces: 'first',
  },
  {
    name: 'hypertension, heart failure and chronic kidney disease',
    first: /^I11\.0$/,
    second: /^N18/,
    code: (_, kidney) => (/^N18\.[56]/.test(kidney) ? 'I13.2' : 'I13.0'),
    replaces: 'first',
  },
  {
    name: 'hypertension and chronic kidney disease',
    first: /^I10$/,
    second: /^N18/,
    code: (_, kidney) => (/^N18\.[56]/.test(kidney) ? 'I12.0' : 'I12.9'),
    replaces: 'first',
  },
  {
    name: 'COPD and acute bronchitis or pneumonia',
    first: /^J44\.[19]$/,
    second: /^J(1[2-8]|20|22)/,
    code: () => 'J44.0',
    replaces: 'first',
  },
  {
    name: 'a large prostate and urinary symptoms',
    first: /^N40\.0$/,
    second: /^(R35|R39\.1|R33|N13\.8)/,
    code: () => 'N40.1',
    replaces: 'first',
  },
  {
    name: 'a former stroke and the paralysis that it left',
    first: /^Z86\.73$/,
    second: /^G81\.9[0-4]$/,
    code: (_, paralysis) => `I69.35${paralysis.replace(/.*0$/, '9').slice(-1)}`,
    replaces: 'both',
  },
  { name: 'kidney disease and an overactive parathyroid', first: /^N18/, second: /^E21\.1$/, code: () => 'N25.81', replaces: 'second' },
  { name: 'a newborn and jaundice', first: /^Z38/, second: /^R17$/, code: () => 'P59.9', replaces: 'both' },
  {
    name: 'bipolar disorder and depression',
    first: /^F31\.9$/,
    second: /^F32/,
    code: (_, depression) => BIPOLAR[depression] ?? 'F31.30',
    replaces: 'both',
  },
  {
    name: 'osteoporosis and a broken vertebra',
    first: /^M81\.0$/,
    second: /^(S22\.0|S32\.0|M48\.5|M84\.48).*A$/,
    code: () => 'M80.08XA',
    replaces: 'both',
  },
  {
    name: 'low back pain and sciatica',
    first: /^M54\.5/,
    second: /^M54\.3/,
    code: (_, sciatica) => sciatica.replace('M54.3', 'M54.4'),
    replaces: 'both',
  },
  {
    name: 'a slipped disc and radiculopathy',
    first: /^M51\.2[4567]$/,
    second: /^M54\.1/,
    code: (disc) => disc.replace('M51.2', 'M51.1'),
    replaces: 'both',
  },
  { name: 'pancreatitis and gallstones', first: /^K85\.90$/, second: /^K80\.20$/, code: () => 'K85.10', replaces: 'first' },
  {
    name: 'dementia and the disease that causes it',
    first: /^G(30|20|31\.8)/,
    second: /^F03\./,
    code: (_, dementia) => dementia.replace('F03.9', 'F02.8').replace('F03', 'F02'),
    replaces: 'second',
  },
  ...[
    inPregnancy('high blood pressure', /^I10$/, 'O10.019', 'both'),
    inPregnancy('type 1 diabetes', /^E10/, 'O24.019'),
    inPregnancy('type 2 diabetes', /^E11/, 'O24.119'),
    inPregnancy('anemia', /^D(5|6[0-4])/, 'O99.019'),
    inPregnancy('a high weight', /^E66/, 'O99.210'),
    inPregnancy('a disease of the thyroid or of metabolism', /^E0[0-7]/, 'O99.280'),
    inPregnancy('smoking', /^F17/, 'O99.330'),
    inPregnancy('a disorder of mind', /^F(2|3|4)/, 'O99.340'),
    inPregnancy('asthma', /^J45/, 'O99.519'),
    inPregnancy('a urinary infection', /^N39\.0$/, 'O23.40', 'both'),
  ],
  {
    name: 'a swollen arm and the breast that was taken off',
    first: /^Z90\.1/,
    second: /^I89\.0$/,
    code: () => 'I97.2',
    replaces: 'second',
  },
  {
    name: 'a lack of iron and the bleeding that caused it',
    first: /^D50\.9$/,
    second: /^(N9[23]|K62\.5|K92\.[0-2]|R04\.0|O72)/,
    code: () => 'D50.0',
    replaces: 'first',
    tied: true,
  },
  {
    name: 'bad sleep and the disorder of mind that caused it',
    first: /^(G47\.0|F51\.01)/,
    second: /^F(2|3|4)/,
    code: () => 'F51.05',
    replaces: 'first',
    tied: true,
  },
  {
    name: 'impotence and the diabetes that caused it',
    first: /^N52\.9$/,
    second: DIABETES,
    code: () => 'N52.1',
    replaces: 'first',
    tied: true,
  },
  {
    name: 'a disease of the nerves and the medicine that caused it',
    first: /^G62\.9$/,
    second: /^T.*5A$/,
    code: () => 'G62.0',
    replaces: 'first',
    tied: true,
  },
  { name: 'nausea and vomiting', first: /^R11\.0$/, second: /^R11\.1[0-3]$/, code: () => 'R11.2', replaces: 'both' },
  { name: 'heart artery disease and angina', first: /^I25\.10$/, second: /^I20\.9$/, code: () => 'I25.119', replaces: 'both' },
  { name: 'heart artery disease and unstable angina', first: /^I25\.10$/, second: /^I20\.0$/, code: () => 'I25.110', replaces: 'both' },
];

const MOST_STEPS = 12;

/** Puts codes for two conditions together in the place of those for each. `find` gives an active code. */
export function combine(found: readonly Found[], find: (code: string) => Found['entry'] | undefined, text: string): Found[] {
  let all = [...found];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = combineOnce(all, find, text);
    if (!next) return all;
    all = next;
  }
  return all;
}

function combineOnce(all: readonly Found[], find: (code: string) => Found['entry'] | undefined, text: string): Found[] | undefined {
  for (const combination of COMBINATIONS) {
    const firsts = all.filter((one) => combination.first.test(one.entry.code) && (isPresent(one) || one.group === 'personal'));
    const seconds = firsts.length === 0 ? [] : all.filter((one) => combination.second.test(one.entry.code) && isPresent(one));
    for (const first of firsts) {
      for (const second of seconds) {
        if (second === first || (combination.tied && !isTied(first, second, text))) continue;
        const code = combination.code(first.entry.code, second.entry.code);
        const entry = find(code);
        if (!entry || all.some((one) => isThere(one, code))) continue;
        const both: Found = {
          entry,
          group: [first.group, second.group].includes('current') ? 'current' : first.group,
          order: Math.min(first.order, second.order),
          words: [...first.words, ...second.words],
          why: `${combination.name} are coded together`,
        };
        // A more precise code of the same disease stays beside it: E11.65 and E11.22.
        const isPlain = /^E\d\d\.9$|^I1[0123]|^J44|^I25|^N40|^R11|^Z86|^Z38|^F31|^K85|^M5[14]|^M81|^D50|^Z3[34]|^G47|^F51|^G62|^N52/.test(
          first.entry.code,
        );
        const gone = new Set<Found>([
          ...(combination.replaces !== 'second' && isPlain ? [first] : []),
          ...(combination.replaces !== 'first' ? [second] : []),
        ]);
        return all.flatMap((one) => (one === first ? [both, ...(gone.has(one) ? [] : [one])] : gone.has(one) ? [] : [one]));
      }
    }
  }
  return undefined;
}

/** Of pregnancy the trimester is told elsewhere. */
function isThere({ entry }: Found, code: string): boolean {
  return entry.code === code || (code.startsWith('O') && entry.code.slice(0, 5) === code.slice(0, 5));
}

function isTied(first: Found, second: Found, text: string): boolean {
  const end = Math.max(...first.words.map((word) => word.end));
  const start = Math.min(...second.words.map((word) => word.start));
  return start > end && isTie(text.slice(end, start));
}

function isPresent({ group }: Found): boolean {
  return group === 'current' || group === 'listed' || group === 'symptom' || group === 'cause';
}
