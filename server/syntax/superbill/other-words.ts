// Words that people bring from other programs and from paper forms, and what they are called here.

/** Keywords within a block. Words with blanks between them are found with hyphens: `date of birth`. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  born: ['dob', 'birthdate', 'birthday', 'birth-date', 'date-of-birth'],
  sex: ['gender'],
  address: ['addr', 'street', 'street-address', 'mailing-address', 'home-address'],
  phone: ['tel', 'telephone', 'mobile', 'cell', 'phone-number', 'telephone-number', 'home-phone'],
  email: ['e-mail', 'mail'],
  npi: ['npi-number', 'npi-no'],
  'tax-id': ['tin', 'ein', 'taxid', 'tax-number', 'tax-id-number', 'federal-tax-id', 'tax-no'],
  taxonomy: ['specialty', 'speciality', 'taxonomy-code'],
  'pay-to': ['remit-to', 'remittance-address', 'pay-to-address'],
  'payer-id': ['payerid', 'payer-number', 'payor-id', 'edi-id'],
  filing: ['filing-indicator', 'claim-filing', 'filing-code', 'insurance-type'],
  'timely-filing': ['filing-limit', 'filing-deadline', 'timely'],
  coverage: ['insurance', 'insurances', 'coverages', 'policy'],
  payer: ['payor', 'insurer', 'carrier', 'insurance-company'],
  member: ['id', 'member-id', 'member-number', 'member-no', 'subscriber-id', 'insured-id', 'policy-id', 'id-number', 'mbi', 'hicn'],
  group: ['group-number', 'group-no', 'group-id', 'policy-number', 'policy-group'],
  relationship: ['relation', 'rel', 'relationship-to-insured', 'relationship-to-subscriber', 'patient-relationship'],
  subscriber: ['insured', 'policyholder', 'policy-holder', 'guarantor', 'holder'],
  effective: ['effective-date', 'start', 'starts', 'start-date', 'from'],
  ends: ['end', 'end-date', 'term', 'term-date', 'termination', 'termination-date', 'terminated', 'until', 'to'],
  copay: ['co-pay', 'copayment', 'co-payment'],
  date: ['dos', 'date-of-service', 'service-date', 'dates', 'day', 'visit-date', 'date-of-visit', 'encounter-date', 'date-of-encounter', 'date-seen'],
  place: ['pos', 'place-of-service', 'location'],
  rendering: ['rendering-provider', 'provider', 'doctor', 'physician', 'clinician', 'seen-by'],
  referring: ['referring-provider', 'referring-physician', 'referred-by', 'pcp'],
  ordering: ['ordering-provider', 'ordering-physician', 'ordered-by'],
  supervising: ['supervising-provider', 'supervising-physician', 'supervised-by'],
  facility: ['facility-name', 'hospital', 'service-facility', 'service-location'],
  patient: ['pt', 'patient-name', 'pt-name', 'name-of-patient'],
  encounter: ['visit', 'enc'],
  authorization: ['auth', 'auth-number', 'authorization-number', 'prior-auth', 'prior-authorization', 'pa', 'precert'],
  referral: ['referral-number', 'referral-no'],
  'casualty-claim': ['claim-number', 'claim-no', 'case-number', 'case-no', 'casualty-claim-number', 'property-and-casualty'],
  admitted: ['admission', 'admission-date', 'admit', 'admit-date', 'admitted-on'],
  discharged: ['discharge', 'discharge-date', 'discharged-on'],
  onset: ['onset-date', 'date-of-onset', 'illness-date', 'symptoms-since'],
  lmp: ['last-menstrual-period'],
  replaces: ['corrects', 'replacement', 'replacement-of', 'original-claim', 'icn'],
  voids: ['void', 'cancels'],
  note: ['notes', 'chart', 'chart-note', 'soap', 'documentation'],
  diagnoses: ['dx', 'diagnosis', 'diagnosis-codes', 'icd', 'icd-10', 'icd10', 'icd-codes', 'assessment'],
  services: ['service', 'procedures', 'procedure', 'cpt', 'cpt-codes', 'charges', 'lines', 'service-lines'],
  payments: ['payment', 'paid'],
};

const CALLED = new Map(Object.entries(KEYWORDS).flatMap(([keyword, others]) => others.map((one) => [one, keyword] as const)));
const MOST_WORDS = 3,
  LONGEST = 60;

/**
 * The keyword that a line means, and how many letters of it say so; undefined where none of these is meant. Also where a
 * colon stands behind it, or blanks stand for its hyphens. `line` begins with its first letter.
 */
export function keywordMeant(line: string, allowed: readonly string[]): { readonly keyword: string; readonly length: number } | undefined {
  const found = [...line.slice(0, LONGEST).matchAll(/[^\s:=]+/g)].slice(0, MOST_WORDS);
  for (let count = found.length; count > 0; count -= 1) {
    const last = found[count - 1];
    const end = last.index + last[0].length;
    // A sign ends a keyword: `date: of birth` is not one.
    if (/[:=]/.test(line.slice(0, end))) continue;
    const written = found.slice(0, count).map(([word]) => word.toLowerCase()).join('-');
    const sign = /^\s*[:=]/.exec(line.slice(end))?.[0].length ?? 0;
    const keyword = allowed.includes(written) ? written : CALLED.get(written);
    if (keyword === undefined || !allowed.includes(keyword)) continue;
    return keyword === line.slice(0, end).toLowerCase() && sign === 0 ? undefined : { keyword, length: end + sign };
  }
  return undefined;
}

/** What chart notes begin their paragraphs with. */
const NOTE_HEADS = new Set([
  'cc', 'chief complaint', 'hpi', 'history', 'hx', 'pmh', 'pmhx', 'past medical history', 'psh', 'fh', 'fhx', 'family history', 'sh', 'shx',
  'social history', 'ros', 'review of systems', 'vitals', 'vital signs', 'vs', 'pe', 'exam', 'physical exam', 'physical', 'labs', 'imaging',
  'meds', 'medications', 'allergies', 's', 'o', 'subjective', 'objective', 'interval history', 'reason for visit', 'impression', 'plan',
  'a/p', 'a&p', 'ap', 'assessment/plan', 'assessment and plan', 'assessment & plan', 'recommendations', 'follow up', 'follow-up',
]);

/** How many letters of a line are the beginning of a paragraph of a chart note: of `CC: knee pain` three. 0 where it is none. */
export function noteHead(line: string): number {
  const head = /^([^:]{1,30}):(?:\s|$)/.exec(line);
  return head && NOTE_HEADS.has(head[1].trim().toLowerCase()) ? head[1].length + 1 : 0;
}

export const OTHER_SEXES = { female: 'F', f: 'F', woman: 'F', girl: 'F', male: 'M', man: 'M', boy: 'M', unknown: 'U', other: 'U', x: 'U' } as const;

export const OTHER_RELATIONSHIPS = {
  patient: 'self', insured: 'self', same: 'self', subscriber: 'self', wife: 'spouse', husband: 'spouse', son: 'child', daughter: 'child',
  stepchild: 'child', partner: 'life-partner', 'domestic-partner': 'life-partner', mother: 'other', father: 'other', parent: 'other',
  grandchild: 'other', dependent: 'other',
} as const;

export const OTHER_ACCIDENTS = {
  car: 'auto', automobile: 'auto', vehicle: 'auto', mva: 'auto', mvc: 'auto', employment: 'work', job: 'work', 'workers-comp': 'work', wc: 'work',
} as const;

export const OTHER_ANSWERS = { y: 'yes', n: 'no', true: 'yes', false: 'no' } as const;
