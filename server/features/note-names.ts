// Names that a comma or `and` divides: hand, foot and mouth disease; schizophrenia, paranoid type; neck and back pain.
import { isBodyPart } from '../../codesets/search/body';
import { singular } from '../../codesets/search/phrase-words';
import { synonyms } from '../../codesets/search/synonyms';
import type { NoteWord, Statement } from '../terms/read-note';

/** The statements of a sentence with its divided names made whole. */
export function withNamesWhole(statements: readonly Statement[]): readonly Statement[] {
  const whole: Statement[] = [];
  for (let at = 0; at < statements.length; at += 1) {
    const parts = [3, 2].map((count) => statements.slice(at, at + count)).find((some) => isOneName(some) || isNarrowed(some)) ?? [
      statements[at],
    ];
    whole.push({ ...parts[0], words: parts.flatMap((one) => one.words), end: parts[parts.length - 1].end });
    at += parts.length - 1;
  }
  return whole.map((one, at) => withSharedHead(one, whole[at + 1]));
}

/** Do three words across some statements make a phrase? */
function isOneName(parts: readonly Statement[]): boolean {
  const [first, ...others] = parts;
  if (others.length === 0 || !others.every((one) => one.standing === first.standing && INSIDE_NAMES.has(one.joint))) return false;
  // Of the last part its first word; of those before it their last words, three in all.
  const words = parts.flatMap((one) =>
    one === parts.at(-1) ? one.words.slice(0, 1) : one.words.slice(-(WORDS_OF_A_NAME - others.length)),
  );
  return words.length === WORDS_OF_A_NAME && synonyms().phrase(words.map((one) => singular(one.low)).join(' ')) !== undefined;
}

const WORDS_OF_A_NAME = 3;
const INSIDE_NAMES: ReadonlySet<string> = new Set([',', 'and', '&', '/', '-']);

/** What stands behind a comma says of which kind it is: schizophrenia, paranoid type. */
function isNarrowed([first, second, third]: readonly Statement[]): boolean {
  if (!second || third || second.joint !== ',' || second.standing !== first.standing) return false;
  const name = `${first.words[first.words.length - 1].low} ${second.words[0].low}`;
  return !isBodyPart(singular(second.words[0].low)) && synonyms().phrase(name.split(' ').map(singular).join(' ')) !== undefined;
}

const SHARED_JOINTS: ReadonlySet<string> = new Set(['and', '&', '/', ',']);
const SHARED_HEADS: ReadonlySet<string> = new Set([
  'pain',
  'pains',
  'swelling',
  'numbness',
  'weakness',
  'sprain',
  'sprains',
  'strain',
  'abrasion',
  'abrasions',
  'contusion',
  'contusions',
  'laceration',
  'lacerations',
  'fracture',
  'fractures',
  'stiffness',
  'tenderness',
  'oa',
  'osteoarthritis',
  'arthritis',
]);
const MOST_BEFORE_HEAD = 4;

/** Parts of the body that stand before `and` and another part with its complaint have the same: neck and back pain. */
function withSharedHead(statement: Statement, next: Statement | undefined): Statement {
  if (!next || !SHARED_JOINTS.has(next.joint) || next.standing !== statement.standing) return statement;
  const at = next.words.findIndex((word) => SHARED_HEADS.has(word.low));
  if (at < 1 || at >= MOST_BEFORE_HEAD || !next.words.slice(0, at).every(isPlace) || !statement.words.every(isPlace)) return statement;
  return { ...statement, words: [...statement.words, next.words[at]] };
}

const SIDES: ReadonlySet<string> = new Set(['right', 'left', 'bilateral', 'both', 'rt', 'lt', 'r', 'l', 'lower', 'upper', 'mid', 'low']);

function isPlace({ low }: NoteWord): boolean {
  return isBodyPart(singular(low)) || SIDES.has(low);
}
