// Where the book puts a disease in pregnancy: most have one group for their whole chapter, told apart by trimester.
import type { Said, Way } from './query';

interface Chapter {
  readonly codes: RegExp;
  readonly words: string;
}

const CHAPTERS: readonly Chapter[] = [
  { codes: /^B20/, words: 'immunodeficiency virus hiv complicating' },
  { codes: /^B1[5-9]/, words: 'viral hepatitis complicating' },
  { codes: /^A5[0-3]/, words: 'syphilis complicating' },
  { codes: /^A54/, words: 'gonorrhea complicating' },
  { codes: /^A([56]|74)/, words: 'infections sexual transmission complicating' },
  { codes: /^(A[89]|B[0-3]|J1[0-2]|U07)/, words: 'viral diseases complicating' },
  { codes: /^[AB]/, words: 'infectious diseases complicating' },
  { codes: /^C/, words: 'malignant neoplasm complicating' },
  { codes: /^D[56]/, words: 'diseases blood complicating' },
  { codes: /^E10/, words: 'pre existing type 1 diabetes' },
  { codes: /^E11/, words: 'pre existing type 2 diabetes' },
  { codes: /^E66/, words: 'obesity complicating' },
  { codes: /^E/, words: 'endocrine nutritional metabolic complicating' },
  { codes: /^F10/, words: 'alcohol use complicating' },
  { codes: /^F17/, words: 'smoking complicating' },
  { codes: /^F1/, words: 'drug use complicating' },
  { codes: /^F/, words: 'mental disorders complicating' },
  { codes: /^G/, words: 'diseases nervous system complicating' },
  { codes: /^I1[06]/, words: 'pre existing hypertension complicating' },
  { codes: /^I/, words: 'diseases circulatory system complicating' },
  { codes: /^J/, words: 'diseases respiratory system complicating' },
  { codes: /^K7/, words: 'liver biliary tract disorders' },
  { codes: /^K/, words: 'diseases digestive system complicating' },
  { codes: /^L/, words: 'diseases skin complicating' },
  { codes: /^N1[0-2]/, words: 'infections kidney' },
  { codes: /^N7/, words: 'infection genital tract' },
  { codes: /^(M|H|N|R)/, words: 'specified diseases conditions complicating' },
  { codes: /^[ST]/, words: 'injury poisoning complicating' },
];

const QUALITY = 0.9;

/** Words for a pregnancy, and for what there is in a pregnancy only. */
const EXPECTING =
  /\b(?:preg|pregnan[a-z]*|gestation|gest|gravid|iup|antepartum|prenatal|ob visit|wga|twins?|triplets|gdm|iugr|fgr|previa|pprom|ptl|breech)\b/i;
/** Of a child the weeks are those at which it was born. */
const BORN = /\b(?:prem|premature|preterm|preemie|premie|newborn|baby|infant|born)\b/i;
/** Weeks as they are written: 28 weeks, 28w, 28wk, 28w3d. */
const WEEKS = /\b(\d{1,2})\s*(?:wga|wks?|weeks?|w)(?:\s*\d\s*d)?\b/i;
const SECOND_FROM = 14;
const THIRD_FROM = 28;
const LAST = 42;

/** Whether a query speaks of a pregnancy. */
export function isExpecting(text: string): boolean {
  return EXPECTING.test(text) && !BORN.test(text);
}

/** The query with its weeks in plain words: 28w3d is 28 weeks. */
export function inWeeks(text: string): string {
  return text.replace(WEEKS, '$1 weeks');
}

/** The trimester of the weeks in a query. */
export function trimesterOf(text: string): string | undefined {
  const weeks = Number(WEEKS.exec(text)?.[1] ?? 0);
  if (weeks === 0 || weeks > LAST) return undefined;
  return weeks < SECOND_FROM ? 'first' : weeks < THIRD_FROM ? 'second' : 'third';
}

/**
 * What is said beside a pregnancy: a disease may be named by its chapter, and the weeks by their trimester where they are not all
 * that is said.
 */
export function whenExpecting(said: readonly Said[], trimester: string | undefined): readonly Said[] {
  const things = said.map((thing) => {
    const code = thing.ways.find(({ codes }) => codes.length > 0)?.codes[0] ?? '';
    const words = CHAPTERS.find(({ codes }) => codes.test(code))?.words.split(' ');
    return words
      ? { ...thing, ways: [...thing.ways, { words: [...words, 'pregnancy'], quality: QUALITY, codes: [], literal: false }] }
      : thing;
  });
  const isWeeks = ({ ways }: Said): boolean => ways.some(({ words }) => words.length === 1 && /^(?:\d{1,2}|weeks?)$/.test(words[0]));
  const onlyWeeks = said.every((thing) => isWeeks(thing) || thing.ways.some(({ literal, words }) => literal && words.every(isExpecting)));
  if (!trimester || onlyWeeks) return things;
  const wayOf = (...words: readonly string[]): Way => ({ words, quality: 1, codes: [], literal: false });
  const early = trimester === 'first' ? [wayOf('early')] : [];
  const inWords: Said = { ways: [wayOf(trimester, 'trimester'), ...early], optional: true };
  return [...things.map((thing) => (isWeeks(thing) ? { ...thing, optional: true } : thing)), inWords];
}
