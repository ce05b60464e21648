// Words that say the same within a phrase, so that one spelling of a phrase in the table stands for all: breast tenderness, sore breast.
import { stemOf } from '../words';

const GROUPS = [
  'infection inf infx infxn infect infected infections', 'fracture fx frx broken broke break fractured', 'cancer ca carcinoma cancerous',
  'pain hurt hurts hurting ache aches aching achy sore painful soreness tender tenderness pains', 'history hx h/o',
  'disease dz disorder d/o disord', 'bleeding bleed bleeds hemorrhage hemorrhaging heme bled', 'swelling swollen swell swells',
  'exacerbation exac flare flareup flaring', 'chronic chr chron', 'injury inj injured', 'deficiency def defic deficient',
  'examination exam exams',
  'check checkup ck checks', 'vaccine vax vacc vaccination immunization', 'screening screen scrn screenings', 'oxygen o2',
  'abnormal abnl abn abnormality',
  'pregnancy preg pregnant', 'replacement repl replaced', 'abdomen abd abdominal belly tummy', 'kidney renal', 'liver hepatic',
  'heart cardiac', 'lung pulmonary pulm', 'vagina vag vaginal', 'testis testicle testicular teste testicles balls nuts',
  'medicine med meds medication',
  'weakness weak', 'elevated high increased raised elev', 'low decreased', 'stone calculus calculi', 'infant baby babies',
  'child kid children kids',
  'itching itch itchy itches itched pruritus', 'tooth teeth', 'foot feet', 'ulcer ulcers ulceration', 'tear torn ruptured rupture',
  'laceration lac lacs cut cuts gash',
  'difficulty trouble', 'surgery surgical', 'dependence dependent dependency', 'transplant tx transplanted', 'follow f/u fu',
  'syndrome synd', 'artery arterial', 'vein venous', 'nerve neural', 'skin cutaneous', 'colon colonic', 'loss losing lost',
  'swallowing swallow',
  'enlarged enlargement big', 'urine urinary pee pees peeing peed urinate urinates urinating urination void voiding',
  'bowel intestine intestinal', 'stuffy stuffed congested congestion', 'mouth oral',
  'woman women female',
  'prostate prostatic', 'breast breasts', 'thyroid thyroidal', 'spine spinal', 'brain cerebral', 'penis penile', 'type typ', 'severe sev',
  'gestational gest', 'diabetes dm diabetic diab', 'hypertension htn hypertensive', 'depression depressed depressive', 'anxiety anxious',
  'pneumonia pna pneum',
  'headache ha headaches', 'appendicitis appy', 'regurgitation regurg', 'alcohol etoh alcoholic', 'newborn nb neonate neonatal',
  'mammogram mammo mammography',
  'recurrent recurring recur', 'positive pos', 'negative neg', 'viral virus', 'allergy allergic allergies', 'acute ac',
  'removal remove removed removing',
  'degeneration degenerative degen', 'form forms paperwork papers', 'physical px', 'family fam', 'eczema dermatitis',
  'menstruation menses period periods menstrual',
  'scar scarring scars', 'dilation dilated dilatation', 'puncture punctured', 'hearing deafness', 'disc disk', 'bulging bulge',
  'pacemaker pacer ppm',
  'arthritis arthritic osteoarthritis', 'contraception contraceptive', 'counseling counsel', 'evaluation eval', 'eardrum tympanic',
  'perforated perforation perf',
  'stool stools poop poops pooped pooping poo bm bms feces faeces', 'cant cannot unable wont couldnt doesnt havent hasnt',
  'vomiting vomit vomits vomited puking puke pukes',
  'breathing breathe breathes breath', 'candidiasis candida candidal monilia', 'dressing dsg drsg bandage bandages dressings',
  'exposure exposed exp', 'dizziness dizzy', 'numbness numb', 'external externa ext', 'internal interna int', 'thrombosed thrombosis',
  'rash rashes', 'fall fell falls falling fallen landed', 'burn burned burning burns burnt', 'bite bit bites bitten biting',
  'sting stung stings',
  'twisted twist twisting twists rolled rolling', 'strain strained straining pulled pull', 'sprain sprained sprains',
  'dislocation dislocated dislocates dislocate',
  'contusion contused bruise bruised bruises bruising banged bumped hit hits whacked smacked',
  'crushing crush crushed smash smashed slammed squished pinched',
  'weight pounds lbs wt', 'abrasion abraded scratch scratched scratches scrape scraped', 'stop stops stopped stopping',
  'swallowed swallows', 'forgetful forgetting forgets forget', 'wet wets wetting', 'throwing throws throw threw', 'blurry blurred blur',
  'stiff stiffness', 'cramp cramps cramping cramped', 'lump lumps knot bump bumps', 'shaking shake shakes shaky', 'tired tiredness',
  'smelly smell smells foul odor stinks stinky', 'puffy puffiness', 'peeling peel peels', 'dry dryness', 'sneezing sneeze sneezes',
  'snoring snore snores', 'cough coughs coughing coughed', 'wheezing wheeze wheezes wheezy', 'choking choke chokes choked',
  'locks lock locking locked catching catches', 'pops pop popping popped', 'clicks click clicking', 'bends bend bending',
  'lifts lift lifting',
  'faints faint fainted fainting', 'seizure sz seizures szs', 'tka tkr', 'tha thr',
  'sweats sweat sweating sweaty', 'cries cry crying cried', 'shots shot',
] as const;

const FIRST = new Map<string, string>(GROUPS.flatMap((group) => {
  const [first, ...others] = group.split(' ');
  return others.map((other) => [other, first] as const);
}));

/** Of stopped the stem is stop. */
const DOUBLED = /([bdgmnprt])\1$/;

/** The form in which a word of a phrase is compared where its very words are in no phrase. */
export function alike(word: string): string {
  return stemOf(FIRST.get(word) ?? word).replace(DOUBLED, '$1');
}

/** The common word for another that says the same. */
export function commonWord(word: string): string | undefined {
  return FIRST.get(word);
}
