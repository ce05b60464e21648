// Packs the phrases of `synonyms.tsv` and `services.tsv` for the build, sorted, so that a phrase is found without reading the others.
import type { CodeSetId } from '../code-set';
import { keyOf } from '../rows';
import text from '../synonyms.tsv';
import { FILLERS, RADIX, looseForm, queryWords, singular } from './phrase-words';
import services from './services.tsv';

/** A phrase: which lines of the table say what it means, and whether it holds as it is written only. */
interface Packed {
  readonly lines: readonly string[];
  readonly asWritten: boolean;
}

/**
 * One line of text for each set with phrases of its own, the diagnoses first. Its parts stand behind `#`: the length of the longest
 * phrase; the phrases, their looser forms, the words and the meanings, each parted by `|`. A phrase is its name, a tab, the numbers
 * of its meanings in base 36 (behind `=` where it holds as it is written only); a meaning is ways to say it, parted by commas,
 * `=`, and codes.
 */
export function packSynonyms(): string[] {
  const own = services
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const sets = [...new Set(own.map((line) => line.slice(0, line.indexOf('\t'))))];
  const phrasesOf = (set: string): string[] => own.filter((line) => line.startsWith(`${set}\t`)).map((line) => line.slice(set.length + 1));
  return [packPhrases('icd-10-cm', text.split(/\r?\n/).slice(1)), ...sets.map((set) => packPhrases(set as CodeSetId, phrasesOf(set)))];
}

function packPhrases(set: CodeSetId, lines: readonly string[]): string {
  const phrases = new Map<string, Packed>();
  const words = new Set<string>();
  const meanings = new Map<string, string>();
  let longest = 1;
  const numberOf = (meaning: string): string => {
    const known = meanings.get(meaning) ?? meanings.size.toString(RADIX);
    meanings.set(meaning, known);
    return known;
  };
  for (const line of lines) {
    const [sayings, means, written] = line.split('\t');
    if (!sayings || sayings.startsWith('#')) continue;
    const codes = (written ?? '')
      .trim()
      .split(' ')
      .map(keyOf)
      .filter((key) => key !== '')
      .join(' ');
    const meant = (means ?? '')
      .split('|')
      .map((meaning) => queryWords(meaning).join(' '))
      .filter((meaning) => meaning !== '');
    for (const way of sayings.split('|')) {
      // A saying behind = holds as it is written only: feet burn is no burn of the foot.
      const asWritten = way.startsWith('=');
      const said = queryWords(way.replace('=', ''));
      const name = said.map(singular).join(' ');
      longest = Math.max(longest, said.length);
      for (const word of said) words.add(word);
      const ways = meant.length > 0 ? meant : codes ? [said.join(' ')] : [];
      const known = phrases.get(name);
      phrases.set(name, {
        lines: [...(known?.lines ?? []), ...(ways.length > 0 ? [numberOf(`${ways.join(',')}=${codes}`)] : [])],
        asWritten: asWritten || known?.asWritten === true,
      });
    }
  }
  for (const [name, phrase] of [...phrases]) {
    const bare = name.split(' ').filter((word) => !FILLERS.has(word));
    if (bare.length > 1 && !phrases.has(bare.join(' '))) phrases.set(bare.join(' '), { ...phrase, asWritten: false });
  }
  const loose = new Map<string, Packed>();
  for (const [name, phrase] of phrases) {
    const form = phrase.asWritten ? '' : looseForm(name.split(' '));
    if (form.includes(' ') && !loose.has(form)) loose.set(form, phrase);
  }
  const table = (all: ReadonlyMap<string, Packed>): string =>
    [...all]
      .map(([name, one]) => `${name}\t${one.asWritten ? '=' : ''}${one.lines.join(' ')}`)
      .sort()
      .join('|');
  return [`synonyms ${set}`, longest, table(phrases), table(loose), [...words].sort().join('|'), [...meanings.keys()].join('|')].join('#');
}
