// Splits a composed medical word into its known parts: chole·cyst·ectomy is bile · bladder · removal.
import type { WordPart } from './explanation';
import { everydayWords, wordParts } from './tables';
import type { WordPartEntry } from './tables';
import { singularForms } from './word-forms';

const SHORTEST = 5;
const LONGEST = 60;
const LONGEST_PART = 16;

/** The parts of a composed word, or nothing when known parts do not cover it from end to end. */
export function analyseWord(word: string): WordPart[] | undefined {
  const lower = word.toLowerCase();
  if (lower.length < SHORTEST || lower.length > LONGEST || !/^[a-z]+$/.test(lower)) return undefined;
  if (everydayWords().has(lower)) return undefined;
  const parts = split(lower);
  if (parts) return parts;
  for (const form of singularForms(lower)) {
    if (form.length < SHORTEST || everydayWords().has(form)) continue;
    const base = split(form);
    const last = base?.at(-1);
    if (!base || !last) continue;
    const before = form.length - last.text.length;
    // The last part keeps the letters of the inflected word: cholecyst·ectomies.
    const sameStart = lower.startsWith(form.slice(0, before)) && lower.length > before;
    if (sameStart) return [...base.slice(0, -1), { ...last, text: lower.slice(before) }];
  }
  return undefined;
}

/** What came before decides what may follow: a bare root wants a vowel, a root with its vowel a consonant or a root. */
type Before = 'start' | 'prefix' | 'bare root' | 'full root';

interface Tail {
  readonly parts: readonly WordPart[];
  readonly cost: number;
}

/** What the parts so far have shown: a sense of their own (`root`), and one that everyday words lack (`medical`). */
interface Shown {
  readonly root: boolean;
  readonly medical: boolean;
}

function split(word: string): WordPart[] | undefined {
  const known = new Map<string, Tail | undefined>();

  function best(at: number, before: Before, shown: Shown): Tail | undefined {
    const state = `${at} ${before} ${shown.root} ${shown.medical}`;
    if (known.has(state)) return known.get(state);
    let found: Tail | undefined;
    for (let end = Math.min(word.length, at + LONGEST_PART); end > at; end -= 1) {
      const text = word.slice(at, end);
      for (const entry of wordParts().get(text) ?? []) {
        const tail = follow(entry, text, at, before, shown);
        if (tail && (!found || tail.cost < found.cost)) found = tail;
      }
    }
    known.set(state, found);
    return found;
  }

  function follow(entry: WordPartEntry, text: string, at: number, before: Before, shown: Shown): Tail | undefined {
    const end = at + text.length;
    const vowelFirst = /[aeiouy]/.test(text[0] ?? '');
    const part: WordPart = { text, meaning: entry.meaning, kind: entry.kind };
    const now: Shown = {
      root: shown.root || (entry.kind !== 'prefix' && entry.use !== 'ending'),
      medical: shown.medical || entry.use === '',
    };
    if (before === 'bare root' && (!vowelFirst || entry.kind === 'prefix')) return undefined;
    if (entry.kind === 'suffix') {
      const fits = end === word.length && at > 0 && now.root && now.medical && !(before === 'full root' && vowelFirst);
      return fits ? { parts: [part], cost: costOf(text, entry, before) } : undefined;
    }
    if (end === word.length) return undefined;
    const full = entry.part.includes('/') && text === entry.part.replace('/', '');
    const rest = best(end, entry.kind === 'prefix' ? 'prefix' : full ? 'full root' : 'bare root', now);
    return rest && { parts: [part, ...rest.parts], cost: rest.cost + costOf(text, entry, before) };
  }

  return best(0, 'start', { root: false, medical: false })?.parts.slice();
}

/** Few and long parts are likelier than many short ones; a prefix in the middle of a word is rare. */
function costOf(text: string, entry: WordPartEntry, before: Before): number {
  const misplaced = entry.kind === 'prefix' && before !== 'start' && before !== 'prefix' ? 1 : 0;
  return 2 + misplaced - text.length / 20;
}
