// Parts of the body as coders say them, and the wider regions by which the book often names them.

/** A part and the regions that hold it, nearest first. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  toe: ['foot'], heel: ['foot'], sole: ['foot'], instep: ['foot'], ankle: ['lower leg'], calf: ['lower leg'], shin: ['lower leg'],
  finger: ['hand'], thumb: ['finger', 'hand'], knuckle: ['finger', 'hand'], palm: ['hand'], fingernail: ['finger'], index: ['finger'],
  toenail: ['toe'],
  back: ['trunk'], chest: ['trunk', 'thorax'], abdomen: ['trunk'], belly: ['abdomen', 'trunk'], stomach: ['abdomen'],
  flank: ['abdomen', 'trunk'],
  coccyx: ['lower back'], tailbone: ['lower back'], sacrum: ['lower back'],
  groin: ['trunk'], buttock: ['trunk', 'lower limb'], perineum: ['trunk'], breast: ['trunk'],
  forehead: ['face', 'head'], lumbar: ['vertebra'], thoracic: ['vertebra', 'thorax'], spine: ['vertebra'], cheek: ['face', 'head'],
  chin: ['face', 'head'], temple: ['face', 'head'], scalp: ['head'], jaw: ['head'],
  armpit: ['axilla', 'upper limb'], arm: ['upper limb'], forearm: ['upper limb'], elbow: ['upper limb'], wrist: ['hand'],
  leg: ['lower limb'], thigh: ['lower limb'], knee: ['lower leg', 'lower limb'], hip: ['lower limb'], foot: ['lower limb'],
  hand: ['upper limb'],
  cervix: ['lower genitourinary'], vagina: ['lower genitourinary'], urethra: ['lower genitourinary'], colon: ['large intestine'],
  rectum: ['large intestine'], face: ['head'], rib: ['thorax'], sternum: ['thorax'], gum: ['mouth'], tongue: ['mouth'], palate: ['mouth'],
  tonsil: ['throat', 'pharynx'], throat: ['pharynx'],
}));

const OTHERS = [
  'head', 'neck', 'eye', 'eyelid', 'ear', 'nose', 'mouth', 'lip', 'tooth', 'shoulder', 'spine', 'trunk', 'thorax', 'pelvis',
  'lung', 'heart', 'kidney', 'bladder', 'liver', 'skin', 'ovary', 'uterus', 'testis', 'testicle', 'prostate', 'brain', 'radius', 'ulna',
  'femur',
  'tibia', 'fibula', 'humerus', 'clavicle', 'patella', 'lumbar', 'cervical', 'thoracic', 'axilla', 'limb', 'pharynx', 'orbit',
];
const PARTS: ReadonlySet<string> = new Set([...WIDER.keys(), ...OTHERS]);

/** A vertebra by its number: t12, l4. */
const VERTEBRA = /^([clt])\d{1,2}$/;
const SPINE: Readonly<Record<string, readonly string[]>> = {
  c: ['cervical', 'vertebra'], t: ['thoracic', 'vertebra'], l: ['lumbar', 'vertebra'],
};

/** Whether a word, in singular, names a part of the body. */
export function isBodyPart(word: string): boolean {
  return PARTS.has(word) || VERTEBRA.test(word);
}

/** The regions that hold a part, nearest first; empty for what is no part. */
export function widerRegions(word: string): readonly string[] {
  return WIDER.get(word) ?? SPINE[VERTEBRA.exec(word)?.[1] ?? ''] ?? [];
}
