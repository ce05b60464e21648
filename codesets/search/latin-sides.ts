// The Latin short forms for the side of an eye or an ear: od is the right eye, and an overdose where no eye is spoken of.
import type { Side } from './small-words';

const EYES = new Map<string, Side>([
  ['od', 'right'],
  ['os', 'left'],
  ['ou', 'bilateral'],
]);
const EARS = new Map<string, Side>([
  ['ad', 'right'],
  ['as', 'left'],
  ['au', 'bilateral'],
]);

/** How words for the eye, its parts and its diseases begin. */
const OF_EYES = new RegExp(
  '^(?:eye|ocul|ophthal|opt(?!o)|retin|macul|vitr|corn|kerat|conj|catar|glauc|iri[dst]|uve|scler|episcl|lens|lid(?!oc)|bleph|' +
    'chalaz|horde|stye?$|pteryg|ping|lacr|tear|dry|myop|hyperop|astig|presby|ambly|strab|eso|exo|visi|visu|blind|blur|float|' +
    'flash|drus|ar?md|wet|poag|pacg|acg|npdr|p?dr$|dme|cme|erm|pvd|rd$|c?rvo|brvo|crao|brao|pco|iol|pseudop|aphak|dacry|' +
    'entrop|ectrop|ptos|trich|orbit|fb|foreign|burn|pink|red|itch|chor|endoph|hyph|phot|pap|cupp|ocular|csr|cscr|fuch|mgd|' +
    'spk|hsv|hzo)',
);
const OF_EARS = /^(?:ear|otit|oti|otal|otor|aom|ome|som|oe|tm|cerum|wax|hear|deaf|snhl|chl|tinn|eust|etd|mast|cholest|tympan|perf|fb)/;

/** A query with the short forms as sides, where its other words speak of eyes or ears. */
export function withLatinSides(words: readonly string[]): readonly string[] {
  if (words.length < 2 || !words.some((word) => EYES.has(word) || EARS.has(word))) return words;
  const eyes = words.some((word) => OF_EYES.test(word));
  const ears = words.some((word) => OF_EARS.test(word));
  return words.map((word) => (eyes ? EYES.get(word) : undefined) ?? (ears ? EARS.get(word) : undefined) ?? word);
}
