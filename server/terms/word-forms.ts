// Plurals, -ed and -ing forms and British spellings: the dictionary spellings that a written word may stand for.

type EndingRule = readonly [ending: string, bases: readonly string[]];

/** Rules from an ending to the endings it may have replaced; tried in this order. */
const PLURALS = byLastLetter([
  ['ies', ['y', 'ie']],
  ['ices', ['ex', 'ix']],
  ['mata', ['ma']],
  ['nges', ['nx']],
  ['oses', ['osis']],
  ['yses', ['ysis']],
  ['eses', ['esis']],
  ['ases', ['asis', 'ase']],
  ['ides', ['is', 'ide']],
  ['ines', ['en', 'ine']],
  ['ora', ['us']],
  ['era', ['us']],
  ['ae', ['a']],
  ['i', ['us']],
  ['a', ['um', 'on']],
  ['es', ['', 'e', 'is']],
  ['s', ['']],
]);
const VERB_FORMS = byLastLetter([
  ['ied', ['y']],
  ['ated', ['ation', 'ate']],
  ['ating', ['ation', 'ate']],
  ['ates', ['ation', 'ate']],
  ['ate', ['ation']],
  ['ized', ['ization', 'ize']],
  ['izing', ['ization', 'ize']],
  ['ised', ['ization', 'ision', 'ise']],
  ['ising', ['ization', 'ision', 'ise']],
  ['yzed', ['ysis']],
  ['yzing', ['ysis']],
  ['ed', ['', 'e', 'ion']],
  ['ing', ['', 'e', 'ion']],
  ['ectomized', ['ectomy']],
]);

/** The spellings under which a word may be listed, without the word itself; the likeliest first. */
export function baseForms(word: string): string[] {
  const forms = new Set([...replaceEndings(word, PLURALS), ...replaceEndings(word, VERB_FORMS)]);
  for (const form of [word, ...forms]) forms.add(americanSpelling(form));
  forms.delete(word);
  return [...forms].filter((form) => form.length > 1);
}

/** What a word may be the plural of. */
export function singularForms(word: string): string[] {
  return replaceEndings(word, PLURALS);
}

function replaceEndings(word: string, rules: ReadonlyMap<string, readonly EndingRule[]>): string[] {
  const forms: string[] = [];
  for (const [ending, bases] of rules.get(word.at(-1) ?? '') ?? []) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(...bases.map((base) => stem + base));
    // stented, stopping: the doubled letter was single
    if (/(?:ed|ing)$/.test(ending) && /([bdglmnprt])\1$/.test(stem)) forms.push(stem.slice(0, -1));
  }
  return forms;
}

/** Most words end in a letter that no rule has, and are done at once. */
function byLastLetter(rules: readonly EndingRule[]): ReadonlyMap<string, readonly EndingRule[]> {
  const byLetter = new Map<string, EndingRule[]>();
  for (const rule of rules) {
    const letter = rule[0].at(-1) ?? '';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), rule]);
  }
  return byLetter;
}

/** British medical spelling to American: haemorrhage, oedema, tumour, anaesthetise, fibre. */
function americanSpelling(word: string): string {
  if (word.length < 5 || !/ae|oe|our$|isation|lyse$|re$/.test(word)) return word;
  return word
    .replace(/ae(?!$)/g, 'e')
    .replace(/oe(?=[dmst]|lia)/g, 'e')
    .replace(/rrhoea/g, 'rrhea')
    .replace(/our$/, 'or')
    .replace(/isation/g, 'ization')
    .replace(/(?<=l)yse$/, 'yze')
    .replace(/re$/, 'er');
}
