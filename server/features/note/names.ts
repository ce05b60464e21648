// Names that a comma or `and` divides: hand, foot and mouth disease; schizophrenia, paranoid type; neck and back pain.
import { isBodyPart } from '../../../codesets/search/body';
import { singular } from '../../../codesets/search/phrase-words';
import { synonyms } from '../../../codesets/search/synonyms';
import type { NoteWord } from '../../terms/note-sentences';
import type { Statement } from '../../terms/read-note';

/** The statements of a sentence with its divided names made whole. */
export function withNamesWhole(statements: readonly Statement[]): readonly Statement[] {
  const whole: Statement[] = [];
  for (let at = 0; at < statements.length; at += 1) {
    const some = [3, 2].map((count) => statements.slice(at, at + count));
    const parts = some.find((one) => isOneName(one) || isNarrowed(one) || isTurned(one) || isParted(one)) ?? [statements[at]];
    const words = parts.flatMap((one) => one.words);
    whole.push({
      ...parts[0],
      words: isTurned(parts) ? [...parts[1].words, ...parts[0].words] : isParted(parts) ? [...parts[0].words, ...parts[2].words] : words,
      end: parts[parts.length - 1].end,
    });
    at += parts.length - 1;
  }
  for (let at = whole.length - 2; at >= 0; at -= 1) whole[at] = withSharedPlace(withSharedHead(whole[at], whole[at + 1]), whole[at + 1]);
  for (let at = 1; at < whole.length; at += 1) whole[at] = withSharedPart(whole[at - 1], whole[at]);
  return withSharedOpening(whole);
}

/** A name as an index has it: anemia, iron deficiency. */
function isTurned([first, second, third]: readonly Statement[]): boolean {
  if (!second || third || second.joint !== ',' || second.standing !== first.standing || second.words.length > 2) return false;
  const phraseOf = (words: readonly NoteWord[]) => synonyms().phrase(words.map((one) => singular(one.low)).join(' '));
  const name = first.words.filter((word) => !isPlace(word));
  // One word that means something by itself is another thing: depression, anxiety.
  if (name.length > 3 || name.length === 0 || (second.words.length === 1 && phraseOf(second.words))) return false;
  return phraseOf([...second.words, ...name])?.meanings.some((one) => one.codes.length > 0) ?? false;
}

const OPENINGS = /^(screening|screen|screened|exposure|exposed|contact)$/;

/** What a list opens with is said of all of it: screening for hyperlipidemia, diabetes and anemia. */
function withSharedOpening(statements: readonly Statement[]): readonly Statement[] {
  const whole = [...statements];
  whole.forEach(({ words, standing }, at) => {
    if (!OPENINGS.test(words[0].low)) return;
    const behind = statements.slice(at + 1);
    const other = behind.findIndex((one) => one.standing !== standing || !SHARED_JOINTS.has(one.joint));
    const list = other < 0 ? behind : behind.slice(0, other);
    const length = list.findLastIndex((one) => one.joint !== ',') + 1;
    for (let i = at + 1; i <= at + length; i += 1) whole[i] = { ...whole[i], words: [words[0], ...whole[i].words] };
  });
  return whole;
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
  'bruising',
  'redness',
  'tingling',
  'itching',
  'burning',
  'edema',
]);
const MOST_BEFORE_HEAD = 4;

/** Complaints that stand before `and` and another one with its place are of the same place: pain and bruising over left ribs. */
function withSharedPlace(statement: Statement, next: Statement | undefined): Statement {
  if (!next || !SHARED_JOINTS.has(next.joint) || next.standing !== statement.standing || !SHARED_HEADS.has(next.words[0].low))
    return statement;
  const place = next.words.slice(1).filter(isPlace);
  return place.length > 0 && statement.words.every((word) => SHARED_HEADS.has(word.low))
    ? { ...statement, words: [...statement.words, ...place] }
    : statement;
}

/** A complaint that has a name together with the first words of the one before: vaginal itching and discharge. */
function withSharedPart(before: Statement, statement: Statement): Statement {
  if (!/^(and|&|\/)$/.test(statement.joint) || before.standing !== statement.standing || statement.words.length > 2) return statement;
  const own =
    synonyms()
      .phrase(statement.words.map((one) => singular(one.low)).join(' '))
      ?.meanings.flatMap((one) => one.codes) ?? [];
  if (own.some((code) => !/^(R|L29|M25|M79)/.test(code))) return statement;
  if (before.words.length < 2 || statement.words.some((word) => isPlace(word))) return statement;
  const part = before.words.slice(0, -1).findLast((word) => {
    const name = synonyms().phrase([word, ...statement.words].map((one) => singular(one.low)).join(' '));
    return !SIDES.has(word.low) && word.low.length > 2 && name?.meanings.some((one) => one.codes.length > 0);
  });
  const side = before.words.find((word) => SIDES.has(word.low));
  return part ? { ...statement, words: [...(side ? [side] : []), part, ...statement.words] } : statement;
}

/** A name that goes on behind a word in brackets: morbid (severe) obesity. */
function isParted([first, second, third]: readonly Statement[]): boolean {
  if (!third || second.joint !== '(' || third.joint !== ')' || [second, third].some((one) => one.standing !== first.standing)) return false;
  return (
    second.words.length === 1 &&
    synonyms().phrase([...first.words.slice(-1), ...third.words.slice(0, 1)].map((one) => singular(one.low)).join(' ')) !== undefined
  );
}

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
