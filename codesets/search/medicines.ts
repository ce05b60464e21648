// A medicine beside what is said of it: an allergy is a status by its class, and what one cannot stand or gets from it an adverse effect.
import type { Said, Way } from './query';

/** Words by which the book names classes of medicines, of which each has its codes for poisoning and adverse effects. */
const CLASSES: ReadonlySet<string> = new Set(
  (
    'antihyperlipidemic angiotensin adrenoreceptor blockers antihypertensive glycosides antidysrhythmic vasodilators diuretics ' +
    'benzothiadiazides hypoglycemic glucocorticoids contraceptives anticoagulants antithrombotic antineoplastic antiallergic antibiotics ' +
    'cephalosporins macrolides tetracyclines sulfonamides aminoglycosides penicillins tramadol methadone antiepileptic hydantoin ' +
    'iminostilbenes barbiturates antidepressants serotonin antipsychotics neuroleptics benzodiazepines antiasthmatics antacids ' +
    'nonsteroidal propionic aspirin aminophenol opioids anesthetics laxatives psychostimulants'
  ).split(' '),
);

interface Status {
  readonly classes: RegExp;
  readonly code: string;
  readonly words: string;
}

/** What an allergy to a class is called, the first that fits. */
const ALLERGIES: readonly Status[] = [
  { classes: /penicillin/, code: 'Z880', words: 'status penicillin' },
  { classes: /sulfonamid/, code: 'Z882', words: 'status sulfonamides' },
  { classes: /antibiotic|cephalosporin|macrolide|tetracycline|aminoglycoside/, code: 'Z881', words: 'status other antibiotic agents' },
  { classes: /anesthetic/, code: 'Z884', words: 'status anesthetic agent' },
  { classes: /opioid|narcotic|tramadol|methadone/, code: 'Z885', words: 'status narcotic agent' },
  { classes: /nonsteroidal|propionic|aspirin|aminophenol/, code: 'Z886', words: 'status analgesic agent' },
  { classes: /./, code: 'Z888', words: 'status other drugs medicaments' },
];

const ALLERGY = /^allerg/;
const NOT_BORNE = /^intoleran/;
const REACTION = /^(rxn|reaction)/;
/** Complaints that a medicine may cause. */
const COMPLAINTS = /^(R0[05]|R1[01]|R19|R2[15]|R42|R51|R53|R6|L27|L29|L50|M791|K59|T783)/;
const QUALITY = 0.9;

/** What is said beside a medicine, with the ways in which the book says it of one. */
export function ofMedicines(said: readonly Said[]): readonly Said[] {
  const medicine = said.find(({ ways }) => ways.some((way) => !way.literal && way.words.some((word) => CLASSES.has(word))));
  if (!medicine || said.length < 2) return said;
  const others = said.filter((thing) => thing !== medicine);
  const says = (thing: Said, word: RegExp): boolean => thing.ways.some((way) => way.literal && way.words.some((one) => word.test(one)));
  if (others.some(({ ways }) => ways.some(({ codes }) => codes.some((code) => COMPLAINTS.test(code))))) {
    return [...said, { ways: [EFFECT], optional: true }];
  }
  if (others.some((thing) => says(thing, NOT_BORNE))) {
    return said.map((thing) => (says(thing, NOT_BORNE) ? { ...thing, ways: [...thing.ways, EFFECT] } : thing));
  }
  if (!others.some((thing) => says(thing, ALLERGY)) || others.some((thing) => says(thing, REACTION))) return said;
  const classes = medicine.ways.flatMap(({ words }) => words).join(' ');
  const status = ALLERGIES.find((one) => one.classes.test(classes));
  return status ? said.map((thing) => (thing === medicine ? { ...thing, ways: [...thing.ways, wayOf(status)] } : thing)) : said;
}

const EFFECT: Way = { words: ['adverse', 'effect'], quality: QUALITY, codes: [], literal: false };

function wayOf({ words, code }: Status): Way {
  return { words: words.split(' '), quality: QUALITY, codes: [code], literal: false };
}
