// Words that mean something else in a note than in a question: who asks for `iud` wants it inserted, in a note it is there.
import type { Unit } from './units';

/** What is written, with the words of a title that say it and the codes that are meant; a row without codes says nothing in a note. */
const ROWS = `
sleep apnea|sleep apnoea = sleep apnea = G4730
elevated bp|bp elevated|high bp reading = elevated blood pressure reading = R030
sinus tachycardia|sinus tach = tachycardia = R000
iud|iud in place = presence intrauterine contraceptive device = Z975
foosh|falling|fell|fell on outstretched hand|fall on outstretched hand|fell onto outstretched hand = unspecified fall = W19XXXA
mechanical mitral valve|mechanical aortic valve|mechanical valve|prosthetic valve|prosthetic mitral valve|prosthetic aortic valve = presence prosthetic heart valve = Z952
ascus|asc-us = atypical squamous cells undetermined significance cytologic smear cervix = R87610
chest congestion = other specified symptoms circulatory respiratory systems = R0989
postmenopausal|post menopausal = asymptomatic menopausal state = Z780
influenza a|influenza b|flu a|flu b = influenza identified influenza virus respiratory manifestations = J101
postnatal depression = postpartum depression = F530
neck stiffness|stiff neck = torticollis = M436
oxygen at home|home oxygen|home o2|o2 at home = dependence supplemental oxygen = Z9981
fit test|positive fit = other fecal abnormalities = R195
foreign body sensation = foreign body sensation eye = H578A9
vitamin d insufficiency|vit d insufficiency = vitamin d deficiency = E559
chronic fatigue = chronic fatigue = R5382
odynophagia = dysphagia = R1310
lumbar ddd = intervertebral disc degeneration lumbar = M51369
bruising|bruised|bruises = contusion, ecchymoses = R233
c-section|c section|cesarean = history uterine scar = Z98891
difficulty sleeping|sleep difficulty|trouble sleeping = sleep disorder = G479
noncompliant with meds|medication noncompliance|med noncompliance = noncompliance medication = Z91148
pregnancy test negative|hcg negative|urine hcg negative|upt negative = pregnancy test result negative = Z3202
pregnancy test positive|hcg positive|urine hcg positive|upt positive = pregnancy test result positive = Z3201
sutures removed|staples removed = encounter removal of sutures = Z4802
iron deficiency = iron deficiency = E611
positive tb skin test|tb skin test positive|positive ppd|ppd positive = nonspecific reaction tuberculin skin test = R7611
dot physical = examination driving license = Z024
glasses|genetic testing|adopted|shot|burning|lab|labs|prep|residual|residuals = =
`;

type Sense = Pick<Unit, 'ways' | 'codes'>;

const senses: ReadonlyMap<string, Sense> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const [written, ways, codes] = row.split('=').map((part) => part.trim());
      const sense: Sense = {
        ways: ways === '' ? [] : ways.split(', ').map((way) => way.split(' ')),
        codes: codes === '' ? [] : codes.split(' '),
      };
      return written.split('|').map((name) => [name, sense] as const);
    }),
);

/** So many words has the longest row. */
export const LONGEST_SENSE = 4;

/** What these words mean in a note, where that is not what a question would mean by them. */
export function senseOf(name: string): Sense | undefined {
  return senses.get(name);
}
