// The words of a note that say how a thing stands: denied, uncertain, past, of the family, only thought of; and its headings.

/** How a thing that a note names stands. `advice` is a mere possibility: return if fever, monitor for bleeding. */
export type Standing = 'current' | 'listed' | 'denied' | 'uncertain' | 'personal' | 'family' | 'resolved' | 'advice';

/**
 * What a cue does to the words around it: a standing for those behind it (`forward`) or before it (`backward`);
 * `end` lets a standing end and is no part of a name; `gap` only parts names; `plain` looks like a cue and is none.
 */
export type CueEffect = { readonly kind: 'forward' | 'backward'; readonly standing: Standing } | { readonly kind: 'end' | 'gap' | 'plain' };

const forward = (standing: Standing): CueEffect => ({ kind: 'forward', standing });
const backward = (standing: Standing): CueEffect => ({ kind: 'backward', standing });

const RELATIVES = [
  'mother',
  'father',
  'mom',
  'dad',
  'brother',
  'sister',
  'parent',
  'sibling',
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
  'son',
  'daughter',
  'cousin',
];
/** People who are not of the family. */
const OTHERS = [
  'wife',
  'husband',
  'spouse',
  'partner',
  'boyfriend',
  'girlfriend',
  'friend',
  'roommate',
  'coworker',
  'classmate',
  'neighbor',
];
const SUFFERED = [
  'had',
  'has',
  'have',
  'both have',
  'with',
  'w/',
  'died of',
  'died from',
  'diagnosed with',
  'was diagnosed with',
  'tested positive for',
  'h/o',
  'history of',
];

/** Words in small letters, parted by blanks. */
const CUES: readonly (readonly [effect: CueEffect, words: string])[] = [
  [
    { kind: 'plain' },
    'prior to|no change|no changes|no increase|no improvement|not only|not improving|not improved|not better|' +
      'no better|no worse|not resolved|not resolving|no relief|not responding|not intractable|' +
      'not otherwise specified|no known allergies|without difficulty|no difference|utd on shots|utd on vaccines|' +
      'utd on immunizations|up to date on shots|up to date on vaccines|up to date on immunizations|shots utd|' +
      'vaccines utd|immunizations utd|immunizations up to date|vaccines up to date|shots up to date|' +
      'immunizations are up to date|vaccines are up to date',
  ],
  [
    forward('denied'),
    'no|no known|no significant|no prior|no recent|no personal|no previous|no past|no other|no obvious|not|denies|denied|denying|deny|without|w/o|negative for|neg for|negative|neg|absence of|absent|free of|' +
      'no evidence of|no sign of|no signs of|no symptoms of|no history of|no h/o|no hx of|no prior history of|' +
      'ruled out for|denies history of|denies any|no family history of|no fh of|never had|never|nor|none|(-)|does not have|' +
      "doesn't have|did not have|do not have|not have|no complaints of|no complaint of|no c/o|not complaining of|" +
      'failed to reveal',
  ],
  [
    backward('denied'),
    "denied|is denied|ruled out|was ruled out|is ruled out|has been ruled out|r/o'd|denied by|is absent|are absent|not present|" +
      'not seen|not found|not noted|is unlikely|unlikely|was negative|is negative|negative|was neg|is neg|neg',
  ],
  [
    forward('uncertain'),
    'worried about|concerned about|asks about|asking about|doubt|doubtful|doubts|possible|possibly|probable|probably|suspected|suspect|suspects|suspicious for|suspicion of|suspicion for|' +
      'likely|most likely|presumed|presumptive|questionable|question of|?|rule out|to rule out|r/o|to r/o|' +
      'concern for|concerns for|concerned for|concerning for|worrisome for|consistent with|c/w|compatible with|' +
      "appears to be|may have|might have|may be|could be|cannot exclude|can't exclude|cannot rule out|" +
      "can't rule out|not excluded|evaluate for|evaluation for|eval for|work up for|workup for|working diagnosis|" +
      'differential diagnosis|differential includes|differential|ddx|vs|versus|suggestive of|suggesting|' +
      'indicative of|favor',
  ],
  [
    backward('uncertain'),
    'test pending|testing pending|pending|is suspected|suspected|is possible|is likely|is probable|not excluded|cannot be excluded|not ruled out|' +
      'cannot be ruled out|in the differential|?|vs|versus',
  ],
  [
    forward('personal'),
    'no evidence of recurrence of|no recurrence of|no evidence of recurrent|h/o|hx of|hx|history of|past history of|past medical history of|personal history of|previous history of|' +
      'prior history of|prior|previous|previously|s/p|status post|status-post|remote|former',
  ],
  [
    forward('family'),
    [
      'family h/o|fh|fh of|fhx|fhx of|fam hx|fam hx of|family hx|family hx of|family history|family history of|family history is positive for|family history positive for|family history significant for',
      ...RELATIVES.flatMap((one) => SUFFERED.flatMap((verb) => [`${one} ${verb}`, `${one}s ${verb}`])),
    ].join('|'),
  ],
  [
    backward('family'),
    'in mother|in father|in her mother|in his mother|in her father|in his father|in sister|in her sister|' +
      'in his sister|in brother|in her brother|in his brother|in his family|in her family|in the family|' +
      'runs in the family',
  ],
  [
    backward('personal'),
    'hx|history|by history|treated and cured|was treated and cured|cured|in the past|in childhood|as a child|years ago',
  ],
  [forward('resolved'), 'no longer|no longer has|no longer having'],
  [
    backward('resolved'),
    'quit|no longer present|no longer there|resolved|has resolved|have resolved|is resolved|now resolved|is gone|has gone away|went away|has cleared|' +
      'has subsided|have subsided|has not recurred|have not recurred|has not returned|have not returned',
  ],
  [
    forward('advice'),
    OTHERS.flatMap((one) => SUFFERED.map((verb) => `${one} ${verb}`)).join('|') +
      '|if|return for|return if|come back for|call for|call if|monitor for|monitoring for|watch for|watching for|' +
      'in case of|risk of|risks of|risk for|risk factors for|at risk for|to prevent|prevent|prevention of|' +
      'prophylaxis|precautions for|educated about|educated on|counseled on|counselled on|counseled regarding|counseling on|encouraged|advised on|side effects|warned about|should',
  ],
  [
    { kind: 'end' },
    'but|however|although|though|except|except for|yet|apart from|other than|presents|presents with|presenting|' +
      'presented|presented with|reports|reported|reporting|complains|complains of|complaining of|complained of|c/o|' +
      'admits|admits to|endorses|endorsed|endorsing|has|have|is having|positive|positive for|pos for|(+)|+|still|' +
      'now|now with|currently|today|here|here for|here with|which|who|because|otherwise|patient|pt|found to have|' +
      'found|shows|showed|showing|reveals|revealed|developed|diagnosed with|noted|noticed|seen for|follow up of|' +
      'follow up for|follow-up for|f/u for|f/u of|f/u|follow up|follow up visit|with residual|w/ residual|w residual|with lingering|with persistent|with ongoing|with continued|' +
      'residual deficit of|residual deficits of|which left',
  ],
  [
    { kind: 'gap' },
    'after|while|when|since|worse|worsening with|worsened|started|start|starting|continue|continues|continued|' +
      'taking|takes|took|refill|refilled|ordered|order|given|treated with|treated for|treat|improved with|improved|' +
      'improves with|better with|relieved by|secondary to fall|feels|feeling|was|were|is|are|will|recommend|' +
      'recommended|discussed|scheduled|referred|uses|using|checked|measured|counseled|' +
      'last mammogram|last pap|' +
      'last pap smear|last colonoscopy|last dexa|last eye exam|last physical|last visit',
  ],
];

interface Cue {
  readonly words: readonly string[];
  readonly effect: CueEffect;
}

let byFirstWord: ReadonlyMap<string, readonly Cue[]> | undefined;

/** By their first words, the longest first. */
function arranged(): ReadonlyMap<string, readonly Cue[]> {
  const cues = new Map<string, Cue[]>();
  for (const [effect, list] of CUES) {
    for (const written of list.split('|')) {
      const words = written.split(' ');
      const known = cues.get(words[0]);
      if (known) known.push({ words, effect });
      else cues.set(words[0], [{ words, effect }]);
    }
  }
  for (const list of cues.values()) list.sort((a, b) => b.words.length - a.words.length);
  return cues;
}

/** A cue at a place, or several with the same words: `suspected` looks both ways. */
export interface CueAt {
  readonly length: number;
  readonly effects: readonly CueEffect[];
}

/** The longest cue that begins at a word. */
export function cueAt(words: readonly string[], at: number): CueAt | undefined {
  byFirstWord ??= arranged();
  const found = (byFirstWord.get(words[at]) ?? []).filter((one) => one.words.every((word, i) => words[at + i] === word));
  const length = found[0]?.words.length ?? 0;
  return length === 0 ? undefined : { length, effects: found.filter((one) => one.words.length === length).map((one) => one.effect) };
}

/** What stands under a heading: how it stands, and whether diagnoses are to be looked for. */
export interface Heading {
  readonly standing: Standing;
  readonly part: 'diagnoses' | 'story' | 'history' | 'findings' | 'medicines' | 'allergies' | 'plan';
}

const HEADINGS: readonly (readonly [Heading, string])[] = [
  [
    { standing: 'current', part: 'diagnoses' },
    'assessment|a|a/p|a&p|ap|assessment and plan|assessment/plan|assessment & plan|impression|imp|diagnosis|' +
      'diagnoses|dx|final diagnosis|final dx|preop dx|postop dx',
  ],
  [
    { standing: 'current', part: 'story' },
    'cc|chief complaint|c/c|hpi|history of present illness|reason for visit|reason|subjective|s|interval history|' +
      'sh|shx|social|social history|injury|mechanism',
  ],
  [
    { standing: 'listed', part: 'history' },
    'pmh|pmhx|pmhx/psh|past medical history|past history|medical history|med hx|problem list|problems|' +
      'active problems|chronic conditions|comorbidities|chronic',
  ],
  [{ standing: 'personal', part: 'history' }, 'psh|pshx|past surgical history|surgical history|surgeries|past surgeries|surg hx'],
  [{ standing: 'family', part: 'history' }, 'fh|fhx|fmh|fam hx|family history|family hx|family'],
  [
    { standing: 'current', part: 'findings' },
    'ros|review of systems|pe|exam|physical exam|physical|physical examination|o|objective|vitals|vs|labs|lab|' +
      'imaging|x-ray|xray|mri|ct|findings',
  ],
  [{ standing: 'current', part: 'medicines' }, 'meds|medications|current meds|current medications|home meds|home medications|medicines|rx'],
  [{ standing: 'current', part: 'allergies' }, 'allergies|allergy|all|nkda'],
  [{ standing: 'current', part: 'plan' }, 'plan|p|recommendations|follow up|follow-up|disposition|instructions'],
];
const headings = new Map(HEADINGS.flatMap(([heading, names]) => names.split('|').map((name) => [name, heading] as const)));

/** The heading of a part of a note, by its words in small letters. */
export function headingOf(name: string): Heading | undefined {
  return headings.get(name.toLowerCase().replace(/\s+/g, ' ').trim());
}
