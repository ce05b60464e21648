// Plurals, -ed and -ing forms and British spellings: the dictionary spellings that a written word may stand for.

/** Rules from an ending to the endings it may have replaced; tried in this order. */
const endings: readonly (readonly [ending: string, bases: readonly string[]])[] = [
  ['ies', ['y', 'ie']], ['ices', ['ex', 'ix']], ['mata', ['ma']], ['nges', ['nx']], ['oses', ['osis']], ['yses', ['ysis']], ['eses', ['esis']],
  ['ases', ['asis', 'ase']], ['ides', ['is', 'ide']], ['ines', ['en', 'ine']], ['ora', ['us']], ['era', ['us']], ['ae', ['a']], ['i', ['us']],
  ['a', ['um', 'on']], ['es', ['', 'e', 'is']], ['s', ['']],
  ['ied', ['y']], ['ated', ['ation', 'ate']], ['ating', ['ation', 'ate']], ['ates', ['ation', 'ate']], ['ate', ['ation']],
  ['ized', ['ization', 'ize']], ['izing', ['ization', 'ize']], ['ised', ['ization', 'ision', 'ise']], ['ising', ['ization', 'ision', 'ise']],
  ['yzed', ['ysis']], ['yzing', ['ysis']], ['ed', ['', 'e', 'ion']], ['ing', ['', 'e', 'ion']],
  ['yses', ['ysis']], ['ectomized', ['ectomy']],
];

/** The spellings under which a word may be listed, without the word itself; the likeliest first. */
export function baseForms(word: string): string[] {
  const forms = new Set<string>();
  for (const [ending, bases] of endings) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    for (const base of bases) forms.add(stem + base);
    if (/(?:ed|ing)$/.test(ending) && /([bdglmnprt])\1$/.test(stem)) forms.add(stem.slice(0, -1));
  }
  for (const form of [word, ...forms]) {
    const american = americanSpelling(form);
    if (american !== form) forms.add(american);
  }
  forms.delete(word);
  return [...forms].filter((form) => form.length > 1);
}

/** British medical spelling to American: haemorrhage, oedema, tumour, anaesthetise, fibre. */
function americanSpelling(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/ae(?!$)/g, 'e').replace(/oe(?=[dmst]|lia)/g, 'e').replace(/rrhoea/g, 'rrhea')
    .replace(/our$/, 'or').replace(/isation/g, 'ization').replace(/(?<=l)yse$/, 'yze').replace(/re$/, 'er');
}
