// Small words of a query: sides, encounters, numbers, and those that say little or nothing.

export type Side = 'right' | 'left' | 'bilateral';
export type Visit = 'initial' | 'subsequent' | 'sequela';

/** Words for a side. */
export const SIDES = new Map<string, Side>([
  ['right', 'right'], ['rt', 'right'], ['r', 'right'], ['rgt', 'right'], ['left', 'left'], ['lt', 'left'], ['l', 'left'], ['lft', 'left'],
  ['bilateral', 'bilateral'], ['bilat', 'bilateral'], ['bil', 'bilateral'], ['b/l', 'bilateral'], ['both', 'bilateral'],
  ['bilaterally', 'bilateral'],
]);
/** Words for an encounter: a fracture that is seen again heals. */
export const VISITS = new Map<string, Visit>([
  ['initial', 'initial'], ['init', 'initial'], ['subsequent', 'subsequent'], ['subseq', 'subsequent'], ['subs', 'subsequent'],
  ['sequela', 'sequela'], ['sequelae', 'sequela'], ['seq', 'sequela'], ['f/u', 'subsequent'], ['fu', 'subsequent'],
  ['followup', 'subsequent'], ['recheck', 'subsequent'], ['healing', 'subsequent'],
]);
/** Words that say nothing of a disease. */
export const DROPPED = new Set([
  'of', 'the', 'in', 'with', 'and', 'to', 'due', 'for', 'an', 'by', 'on', 'at', 'from', 'pt', 'patient', 'patients', 'has', 'c/o', 'dx',
  'diagnosis',
  'is', 'my', 'w', 'w/', 'or', '2/2', 'd/t', 'as', 'some', 'caused', 'because', 'encounter', 'side', 'sided', 'visit',
  'having', 'has', 'her', 'his',
  'unspecified', 'unspec', 'unsp', 'nos', 'associated', 'related', 'icd', 'icd10', 'code', 'be', 'that', 'into', 'while', 'after', 'about',
  'problem', 'problems', 'issue', 'issues', 'symptom', 'symptoms', 'complaint', 'complaints', 'episode', 'recent', 'possible', 'probable',
  'likely',
  'very', 'really', 'condition', 'got', 'feeling', 'feels', 'i', 'have', 'am', 'when', 'during', 'since', 'also', 'onset',
]);
/** Numbers as a title may have them where something is counted, and the other way round. */
export const COUNTED = new Map([['1', 'first'], ['2', 'second'], ['3', 'third'], ['1st', 'first'], ['2nd', 'second'], ['3rd', 'third'],
  ['4th',
  'fourth'], ['5th', 'fifth']]);
export const ORDINALS = new Map([['first', '1'], ['second', '2'], ['third', '3'], ['one', '1'], ['two', '2'], ['three', '3'], ['four', '4'],
  ['five', '5']]);
/** How bad, how long or how sure: beside what it is said of, a title may leave these out. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'acute', 'chronic', 'mild', 'moderate', 'severe', 'recurrent', 'persistent', 'intermittent', 'stable', 'worsening', 'worse', 'ongoing',
  'longstanding', 'bad', 'terrible', 'slight', 'minor', 'major', 'small', 'large', 'simple', 'new', 'sudden', 'constant', 'controlled',
  'uncontrolled', 'symptomatic', 'asymptomatic', 'untreated', 'early', 'advanced', 'confirmed', 'suspected', 'known', 'active', 'improving',
  'adult', 'today', 'again', 'still', 'resolving', 'spontaneous', 'nontraumatic',
  // What a patient says beside it.
  'too', 'up', 'out', 'down', 'off', 'always', 'lot', 'bit', 'keeps', 'keep', 'gets', 'getting', 'night', 'sometimes', 'all', 'time',
  'so', 'just', 'now', 'like', 'little', 'few', 'much', 'many', 'every', 'day', 'days', 'daily', 'comes', 'goes', 'makes', 'wont',
  'there', 'it',
]);
