// Which thing the words at a place of a note name: by the synonyms, the glossary and the abbreviations, as the words around suggest.
import { isBodyPart, widerRegions } from '../../../codesets/search/body';
import { COUNTED } from '../../../codesets/search/small-words';
import { FILLERS, singular } from '../../../codesets/search/phrase-words';
import { type Phrase, phraseOf, synonyms } from '../../../codesets/search/synonyms';
import { keyOf } from '../../../codesets/rows';
import { abbreviations, everydayWords, glossary, phraseStarts } from '../../terms/tables';
import { keyOf as termKeyOf } from '../../terms/words';
import { termAt } from '../../terms/term-at';
import { LONGEST_SENSE, senseOf } from './senses';
import { SIDES, sideOf } from './side';
import type { Unit } from './units';
import type { Explanation } from '../../terms/explanation';
import type { NoteWord } from '../../terms/note-sentences';

/** Words of everyday that narrow a code. */
const DETAILS: ReadonlySet<string> = new Set(
  `
  acute chronic recurrent complete incomplete partial intractable nonproliferative proliferative mild moderate severe initial subsequent sequela type stage grade class major single open
  closed upper lower outer inner traumatic nontraumatic residual remission dominant nondominant external internal old persistent seasonal
  exercise morbid first second third fourth fifth trimester degree alcohol tobacco cold heat infected secondary primary screening
  annual routine well blood sugar high low elevated abnormal loss weight gain use dependence abuse complicated simple
  exacerbation common diet sleep foreign body head face dog cat insect bite tick bee sting index middle ring little
  great school child adult newborn pregnancy pregnant water glass back skin benign exposure exposed contact idiopathic displaced nondisplaced asymptomatic
  symptomatic intentional accidental reaction plaque atypical
`
    .trim()
    .split(/\s+/),
);
/** Found by a person's word only, never a condition of its own: what a note says of everybody. */
const NEVER: ReadonlySet<string> = new Set(
  `
  history normal stable clear exam visit male female age year old day days week weeks month months years bmi worsening
  improving yo y/o m f symptom symptoms condition disease problem diagnosis illness disorder complication
  complications acute chronic injury trauma treatment therapy medication course status level range motion sign tender
  tenderness attack infection syndrome episode stress attacks in of the to with w/ due d/t 2/2 x a an at by from as it
  is side her his my some any other observation impaction erythematous does deficit deficits
`
    .trim()
    .split(/\s+/),
);
const PART_HEADS: ReadonlySet<string> = new Set(['syndrome', 'injury', 'infection']);
/** A word that only says of which kind something is. */
const ADJECTIVE = /(ic|al|ous|ive|ible|able)$/;
const CONDITION_ENDINGS =
  /(itis|osis|emia|opathy|algia|oma|rrhea|plegia|paresis|trophy|sclerosis|penia|uria|dynia|phagia|pnea|stenosis|ectasis|malacia)$/;
const SURGERY_ENDINGS = /(ectomy|otomy|ostomy|plasty|pexy|rrhaphy|desis)$/;

/** What was read at a place: so many words, and the thing that they name if they name one. */
export interface UnitAt {
  readonly unit?: Unit;
  readonly length: number;
}

/** The thing that begins at a word; `before` is the one before it. */
export function thingAt(words: readonly NoteWord[], at: number, text: string, before: Unit | undefined): UnitAt {
  return sensedAt(words, at, text) ?? phraseAt(words, at, text) ?? wordAt(words, at, text, before);
}

/** Words that mean a complaint of their own only among others of the kind. */
const IN_COMPANY: readonly (readonly [word: RegExp, company: RegExp, phrase: string])[] = [
  [/^frequency$/, /urin|dysuria|\buti\b|bladder|prostat|\bbph\b|nocturia|void|hematuria/i, 'urinary frequency'],
  [/^urgency$/, /urin|dysuria|\buti\b|bladder|prostat|\bbph\b|nocturia|void|hematuria/i, 'urinary urgency'],
  [/^hpv$/, /\bpap\b|cytolog|cervi/i, 'hpv positive pap'],
  [/^weakness$/, /\b(cva|stroke)\b[^.]*\b(left|right)[- ]sided weakness/i, 'hemiparesis'],
  [/^er$/, /\bER\s?(\+|pos)/, 'er positive'],
];

/** A word as the phrase that it stands for among its neighbours. */
function inCompany(word: NoteWord, text: string): UnitAt | undefined {
  const phrase = IN_COMPANY.find(([one, company]) => one.test(word.low) && company.test(text))?.[2];
  const meanings = phrase === undefined ? [] : (synonyms().phrase(phrase)?.meanings ?? []);
  if (phrase === undefined || meanings.length === 0) return undefined;
  const codes = meanings.flatMap((meaning) => meaning.codes).map(keyOf);
  return { length: 1, unit: { words: [word], said: phrase, ways: meanings.map((meaning) => meaning.words), codes, kind: 'condition' } };
}

/** What words mean in a note only, unless they begin a longer name: IUD removal. */
function sensedAt(words: readonly NoteWord[], at: number, text: string): UnitAt | undefined {
  for (let length = Math.min(LONGEST_SENSE, words.length - at); length >= 1; length -= 1) {
    const run = words.slice(at, at + length);
    if (length === 1 && MIXED.test(run[0].raw)) return undefined;
    const sense = senseOf(run.map((word) => word.low).join(' '));
    if (!sense) continue;
    if ((phraseAt(words, at, text)?.length ?? 0) > length) return undefined;
    return sense.codes.length === 0
      ? { length }
      : { length, unit: { words: run, said: sense.ways[0].join(' '), ...sense, kind: 'condition' } };
  }
  return undefined;
}

/** The longest phrase of the synonyms that begins at a word. */
function phraseAt(words: readonly NoteWord[], at: number, text: string): UnitAt | undefined {
  const company = inCompany(words[at], text);
  if (company) return company;
  const { phrase: phraseFor, longest, hasWord } = synonyms();
  if (!hasWord(words[at].low) && !hasWord(singular(words[at].low))) return undefined;
  for (let length = Math.min(longest, words.length - at); length >= 1; length -= 1) {
    const run = words.slice(at, at + length);
    if (length > 1 && [run[0], run[length - 1]].some(({ low }) => isLink(low))) continue;
    // A side is a thing of its own: right sided weakness.
    if (length > 1 && run[1].low === 'sided') continue;
    const names = run.map((word) => singular(word.low));
    const bare = names.filter((name) => !isLink(name));
    // With a link left out the order counts: a thumb on broken glass is no broken thumb.
    const whole = bare.length < names.length && bare.length > 1 ? phraseFor(bare.join(' ')) : undefined;
    const phrase = phraseOf(synonyms(), names) ?? whole ?? (length > 1 ? phraseWritten(names) : undefined);
    if (!phrase) continue;
    if (length === 1) {
      if (sideOf(run[0], text) || NEVER.has(run[0].low)) return undefined;
      const chosen = abbreviationAt(run[0], text);
      if (chosen) return chosen;
    }
    const codes = phrase.meanings.flatMap((meaning) => meaning.codes);
    if (length === 1 && DETAILS.has(run[0].low) && codes.length === 0) return undefined;
    // Only the side makes a phrase of it: left hemiparesis.
    if (
      length > 1 &&
      codes.length === 0 &&
      SIDES.has(run[0].low) &&
      phraseFor(names.slice(1).join(' '))?.meanings.some((one) => one.codes.length > 0)
    )
      return undefined;
    const part =
      /^(quadrant|region)$/.test(run[length - 1].low) ||
      (codes.length === 0 &&
        (run.some((word) => isBodyPart(singular(word.low))) || phrase.meanings.every(({ words: [name] }) => isBodyPart(name))));
    return {
      length,
      unit: {
        words: run,
        said: sidedName(words, at, phrase.meanings) ?? said(run),
        codes: part ? [] : codes.map(keyOf),
        ways: [
          ...phrase.meanings.map((meaning) => meaning.words),
          names,
          ...(codes.some((code) => code.startsWith('T509')) ? [['poisoning']] : []),
        ],
        kind: part ? 'part' : kindOfPhrase(run, phrase),
        ...(part ? { wider: widerWays(names) } : {}),
      },
    };
  }
  return undefined;
}

function kindOfPhrase(run: readonly NoteWord[], { meanings }: Phrase): Unit['kind'] {
  const codes = meanings.flatMap((meaning) => meaning.codes);
  if (codes.length > 0) return codes.every((code) => code.startsWith('Z79')) ? 'detail' : kindOf(run, codes);
  if (meanings.every((meaning) => meaning.words.includes('exacerbation'))) return 'detail';
  const isCondition = categoryOf(run) === 'condition' || meanings.every(({ words: means }) => INJURIES.has(means[0]));
  return isCondition ? 'condition' : 'detail';
}

/** The thing that two words name together, wherever they stand: a condition that the synonyms know. */
export function namedUnit(words: readonly NoteWord[]): Unit | undefined {
  const meanings = synonyms().phrase(words.map((word) => singular(word.low)).join(' '))?.meanings ?? [];
  const codes = meanings.flatMap((meaning) => meaning.codes).map(keyOf);
  const ways = [...meanings.map((meaning) => meaning.words), words.map((word) => word.low)];
  return codes.length > 0 ? { words, said: said(words), codes, ways, kind: 'condition' } : undefined;
}

/** The phrase of a name in which a word is a short form: gestational HTN. */
function phraseWritten(names: readonly string[]): Phrase | undefined {
  const written = names.flatMap((name) => {
    const rows = abbreviations().get(name) ?? [];
    return rows.length === 1 ? wordsIn(rows[0].meaning.replace(/ \(.*\)$/, '')).map(singular) : [name];
  });
  return written.length > names.length || written.some((name, i) => name !== names[i]) ? synonyms().phrase(written.join(' ')) : undefined;
}

/** A name of its own, written with capitals inside: PrEP is no prep. */
const MIXED = /^[A-Z][a-z]+[A-Z]/;

const LINKS: ReadonlySet<string> = new Set(['with', 'w/', 'due', 'd/t', '2/2', 'from']);

/** A part of the body by the parts in its name and the regions that hold them: of the great toe a title may say toe, or foot. */
function widerWays(names: readonly string[]): string[][] {
  const parts = names.map(singular).filter(isBodyPart);
  return parts.flatMap((name) => [...(names.length > 1 ? [name] : []), ...widerRegions(name)]).map((one) => one.split(' '));
}

function isLink(word: string): boolean {
  return FILLERS.has(word) || LINKS.has(word);
}

/** Beside a side some phrases mean another disease: what the book calls it says more. */
function sidedName(words: readonly NoteWord[], at: number, meanings: readonly { readonly words: readonly string[] }[]): string | undefined {
  const before = words[at - 1]?.low ?? '';
  return SIDES.has(before) && synonyms().phrase(`${before} ${words[at].low}`) ? meanings[0]?.words[0] : undefined;
}

const INJURIES: ReadonlySet<string> = new Set(
  'sprain strain fracture laceration contusion dislocation abrasion tear rupture avulsion puncture'.split(' '),
);

function categoryOf(run: readonly NoteWord[]): string | undefined {
  return glossary().get(termKeyOf(said(run)))?.category ?? glossary().get(termKeyOf(run[run.length - 1].raw))?.category;
}

/** A phrase for which only codes of a past operation are known is an operation. */
function kindOf(run: readonly NoteWord[], codes: readonly string[]): Unit['kind'] {
  // An everyday word that may be a reason for a visit is none in the middle of a note: diet, follow up.
  if (
    run.every((word) => everydayWords().has(word.low)) &&
    codes.every((code) => code.startsWith('Z') && !/^Z(00|01|02|23|76|3[0249])/.test(code))
  )
    return 'detail';
  return codes.every((code) => /^Z9[0-8]|^Z8[5-7]/.test(code)) || SURGERY_ENDINGS.test(run[run.length - 1].low) ? 'procedure' : 'condition';
}

/**
 * A short form that may mean several things, as the words around it suggest: `98% on RA` is no arthritis.
 * Undefined where the synonyms may decide.
 */
function abbreviationAt(word: NoteWord, text: string): UnitAt | undefined {
  const rows = abbreviations().get(word.low) ?? [];
  // One meaning needs no choice, unless it is written in a way of its own: Td is no TD.
  if (rows.length < 2 && !(rows.length === 1 && rows[0].abbreviation === word.raw && /^[A-Z]+[a-z]/.test(word.raw))) return undefined;
  const found = termAt(text, word.start);
  if (found?.explanation.kind !== 'abbreviation') return undefined;
  if (found.span.start < word.start || found.span.end !== word.end) return undefined;
  const meaning = found.explanation.meaning.replace(/ \(.*\)$/, '');
  const known = synonyms().phrase(wordsIn(meaning).map(singular).join(' '));
  const category = glossary().get(termKeyOf(meaning))?.category;
  if (/\bvaccine$/.test(meaning)) return vaccineAt([word]);
  if (!known?.meanings.some((one) => one.codes.length > 0) && category !== 'condition') {
    // Nothing is known of this meaning: it is one that the codes do not know, or the words of it say enough.
    return category !== undefined ||
      !/(disease|disorder|syndrome|infection|failure|pain|injury|itis|osis|cancer|carcinoma|fibrillation)$/i.test(meaning)
      ? { length: 1 }
      : undefined;
  }
  const codes = known?.meanings.flatMap((one) => one.codes) ?? [];
  const own = synonyms().phrase(singular(word.low));
  return {
    length: 1,
    unit: {
      words: [word],
      said: meaning,
      codes: codes.map(keyOf),
      kind: codes.length > 0 ? kindOf([word], codes) : 'condition',
      ways: [wordsIn(meaning), ...(known?.meanings ?? []).map((one) => one.words), ...(own?.meanings ?? []).map((one) => one.words)],
    },
  };
}

function vaccineAt(words: readonly NoteWord[]): UnitAt {
  return { length: words.length, unit: { words, said: 'vaccine', codes: ['Z23'], kind: 'condition', ways: [['immunization']] } };
}

/** A word that no list of synonyms has: a side, a part of the body, a term of the glossary, a composed word, a number of a stage. */
function wordAt(words: readonly NoteWord[], at: number, text: string, before: Unit | undefined): UnitAt {
  const word = words[at];
  const simple = (kind: Unit['kind'], more: Partial<Unit> = {}): UnitAt => ({
    length: 1,
    unit: { words: [word], said: word.raw, ways: [[word.low]], codes: [], kind, ...more },
  });
  const side = sideOf(word, text);
  if (side) return simple('side', { side, said: side, ways: [[side]] });
  if (/^\d(st|nd|rd|th)$/.test(word.low) && COUNTED_THINGS.test(words[at + 1]?.low ?? ''))
    return simple('detail', { ways: [[COUNTED.get(word.low) ?? word.low], [word.low]] });
  if (/^\d/.test(word.low)) return isStage(words, at, before) ? simple('detail') : { length: 1 };
  if (/^(i{1,3}|iv|v|iiia|iiib)$/.test(word.low) && /^(stage|type|grade|class)$/.test(words[at - 1]?.low ?? '')) return simple('detail');
  const term = termFrom(word, text);
  const span = term && term.span.start >= word.start ? term.span : undefined;
  const run = span ? words.slice(at).filter((one) => one.end <= span.end) : [];
  if (run.length < 2) {
    // Of a part of the body also words that name nothing by themselves name something: IT band syndrome.
    if (PART_HEADS.has(word.low) && before?.kind === 'part') return simple('condition');
    if (NEVER.has(word.low) && !DETAILS.has(word.low)) return { length: 1 };
    if (isBodyPart(singular(word.low)) || word.low === 'quadrant') return simple('part', { wider: widerWays([word.low]) });
    if (DETAILS.has(word.low)) return simple('detail');
  }
  if (term && run.length > 0 && term.explanation.kind !== 'word-parts') return explainedAt(run, term.explanation);
  if (everydayWords().has(word.low) || word.low.length < 4) return { length: 1 };
  if (CONDITION_ENDINGS.test(word.low)) return simple('condition');
  if (SURGERY_ENDINGS.test(word.low)) return simple('procedure');
  return simple('detail');
}

/** Does a number say of what stage or kind something is: stage 3, type 2, CKD 4? */
function isStage(words: readonly NoteWord[], at: number, before: Unit | undefined): boolean {
  if (/^(stage|type|grade|class|degree)$/.test(words[at - 1]?.low ?? '')) return true;
  return before?.words.at(-1) === words[at - 1] && before?.kind === 'condition' && /^\d[ab]?$/.test(words[at].low);
}

/** What words are that the glossary or the abbreviations explain. */
function explainedAt(run: readonly NoteWord[], explanation: Explanation): UnitAt {
  const isShort = explanation.kind === 'abbreviation';
  if (isShort && /\bvaccine$/.test(explanation.meaning)) return vaccineAt(run);
  const full = explanation.meaning.replace(/ \(.*\)$/, '');
  const meaning = isShort ? full : said(run);
  const category = explanation.category ?? glossary().get(termKeyOf(full))?.category;
  const kind = kindExplained(run, explanation, category);
  const namesPart = isShort && kind === 'detail' && namesBodyPart(meaning);
  if (kind === 'detail' && !namesPart && (isShort || everydayWords().has(run[0].low) || NAMELESS.has(category ?? '')))
    return { length: run.slice(1).some((one) => DETAILS.has(one.low)) ? 1 : run.length };
  const known = synonyms().phrase(wordsIn(explanation.term).map(singular).join(' '))?.meanings ?? [];
  return {
    length: run.length,
    unit: {
      words: run,
      said: meaning,
      ways: [...[explanation.term, meaning, said(run)].map(wordsIn), ...known.map((one) => one.words)],
      codes: kind === 'condition' ? known.flatMap((one) => one.codes).map(keyOf) : [],
      kind: namesPart ? 'part' : kind,
      ...(namesPart || kind === 'part' ? { wider: widerWays(run.map((one) => one.low)) } : {}),
    },
  };
}

/** Categories of terms that name no thing of their own, and narrow no code. */
const NAMELESS: ReadonlySet<string> = new Set(['test', 'drug class', 'billing']);

function kindExplained(run: readonly NoteWord[], explanation: Explanation, category: string | undefined): Unit['kind'] {
  if (run[run.length - 1].low === 'exacerbation' || explanation.term === 'exacerbation') return 'detail';
  if (category === 'condition') return run.length === 1 && ADJECTIVE.test(run[0].low) ? 'detail' : 'condition';
  if (category === 'procedure') return 'procedure';
  return category === 'anatomy' ? 'part' : 'detail';
}

function namesBodyPart(meaning: string): boolean {
  return meaning.split(/[\s-]+/).some((one) => isBodyPart(singular(one.toLowerCase())) || one === 'quadrant');
}

/** The words of a name, in small letters. */
function wordsIn(name: string): string[] {
  return name.toLowerCase().split(/[\s-]+/);
}

const COUNTED_THINGS = /^(degree|trimester|metatarsals?|metacarpals?|mt|mc|finger|toe|digit|ray|rib|lumbar|cervical)$/;

/** Words that nothing is known of, whatever stands around them. */
const unknown = new Set<string>();
const MOST_UNKNOWN = 5000;

/** The term that begins with a word, or holds it. */
function termFrom(word: NoteWord, text: string): ReturnType<typeof termAt> {
  const starts = phraseStarts().has(word.low);
  if (!starts && (everydayWords().has(word.low) || unknown.has(word.low))) return undefined;
  const term = termAt(text, word.start);
  if (!term && !starts) {
    if (unknown.size >= MOST_UNKNOWN) unknown.clear();
    unknown.add(word.low);
  }
  return term;
}

function said(run: readonly NoteWord[]): string {
  return run.map((word) => word.raw).join(' ');
}
