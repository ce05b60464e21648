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
/** What people say around a complaint, and would say of any other as well. */
export const TALK: ReadonlySet<string> = new Set([
  'too', 'so', 'very', 'really', 'just', 'always', 'all', 'kind', 'sort', 'been', 'being', 'am', 'are', 'was', 'were', 'have', 'has',
  'having',
  'had', 'keep', 'keeps', 'kept', 'keeping', 'get', 'gets', 'getting', 'got', 'gotten', 'feel', 'feels', 'feeling', 'felt',
  'like', 'it', 'its', 'he', 'hes', 'she', 'shes', 'his', 'her', 'him', 'we', 'they', 'them', 'their', 'theyre', 'our', 'you', 'your',
  'this',
  'that', 'thats', 'these', 'there', 'theres', 'now', 'again', 'still', 'some', 'something', 'someone', 'somebody', 'everything', 'bit',
  'lot',
  'lots', 'little', 'when', 'whenever', 'every', 'everytime', 'day', 'days', 'daily', 'week', 'weeks', 'month', 'months', 'hour', 'hours',
  'ago', 'sometimes', 'constantly', 'ive', 'im', 'me', 'myself', 'himself', 'herself', 'wake', 'woke', 'suddenly', 'seem', 'seems', 'look',
  'looks', 'looking', 'go', 'goes', 'going', 'went', 'gone', 'come', 'comes', 'coming', 'came', 'started', 'starts', 'starting', 'since',
  'last', 'today', 'yesterday', 'tonight', 'think', 'thinks', 'maybe', 'son', 'daughter', 'husband', 'wife', 'toddler', 'boy', 'girl',
  'who',
  'what', 'how', 'did', 'do', 'does', 'would', 'could', 'even', 'until', 'whole', 'anymore', 'everywhere', 'please', 'help', 'want',
  'wants', 'where', 'put', 'thing', 'things', 'why', 'said', 'says', 'told',
]);
/** Words that say nothing of a disease. */
export const DROPPED: ReadonlySet<string> = new Set([
  ...TALK,
  'of', 'the', 'in', 'with', 'and', 'to', 'due', 'for', 'an', 'by', 'on', 'at', 'from', 'pt', 'patient', 'patients', 'c/o', 'dx',
  'diagnosis',
  'is', 'my', 'w', 'w/', 'or', '2/2', 'd/t', 'as', 'some', 'caused', 'because', 'encounter', 'side', 'sided', 'visit',
  'unspecified', 'unspec', 'unsp', 'nos', 'associated', 'related', 'icd', 'icd10', 'code', 'be', 'that', 'into', 'while', 'after', 'about',
  'problem', 'problems', 'issue', 'issues', 'symptom', 'symptoms', 'complaint', 'complaints', 'episode', 'recent', 'possible', 'probable',
  'likely',
  'condition', 'i', 'during', 'also', 'onset',
]);
/** Short forms with a usual spelling of their own. */
export const RESPELT: ReadonlyMap<string, string> = new Map([
  ['wk', 'week'], ['wks', 'weeks'], ['wo', 'w/o'], ['wout', 'w/o'], ['wth', 'with'], ['w/out', 'w/o'], ['prox', 'proximal'], ['dist',
  'distal'],
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
  'adult', 'resolving', 'spontaneous', 'nontraumatic',
  // What a patient says beside it.
  'up', 'out', 'down', 'off', 'night', 'time', 'few', 'much', 'many', 'makes', 'wont', 'bed', 'morning', 'home', 'hard', 'badly',
  'whenever',
]);
