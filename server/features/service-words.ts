// The words that may stand on a service line behind code, pointers and charge, with what each is for.

export const WORDS_OF_A_SERVICE: readonly (readonly [word: string, meaning: string])[] = [
  ['date', 'a day of its own'],
  ['place', 'a place of service of its own'],
  ['rendering', 'another provider gave it'],
  ['ordering', 'who ordered it'],
  ['ndc', 'drug code, unit and quantity'],
  ['note', 'a note in quotes'],
  ['emergency', 'it was an emergency'],
  ['line', 'an id for the line'],
];
