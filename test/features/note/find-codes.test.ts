// From note to code: what a note speaks for, in order, and what it names without there being a code for it.
import assert from 'node:assert/strict';
import { type FoundCodes, findCodes } from '../../../server/features/note/find-codes';
import { codeSets } from '../../kit/code-sets';

const DATE = '2026-11-02';

function find(text: string, part = { start: 0, end: text.length }): FoundCodes {
  return findCodes(text, part, DATE, codeSets());
}

/** `note => codes in order - left out`. */
function drawn(text: string): string {
  const { candidates, leftOut } = find(text);
  return [`${text} =>`, ...candidates.map((one) => one.code), ...(leftOut.length > 0 ? ['-', ...leftOut.map((one) => one.code)] : [])].join(
    ' ',
  );
}

const NOTES: Readonly<Record<string, string>> = {
  'what caused it': `
Hypokalemia due to Lasix => E87.6 T50.1X5A
Statin-induced myalgia => M79.10 T46.6X5A
Switched from lisinopril to losartan =>
Iron deficiency anemia secondary to menorrhagia => D50.0 N92.0
Iron deficiency anemia; menorrhagia => D50.9 N92.0
Polyneuropathy from chemotherapy, last chemo in May => G62.0 T45.1X5A
Insomnia due to depression => F51.05 F32.A
Insomnia, depression => G47.00 F32.A
Head contusion, struck by baseball => S00.93XA W21.03XA
Lymphedema of left arm after mastectomy => I97.2 Z90.10`,
  'said elsewhere in the note': `
Fell on left wrist, distal radius fracture => S52.502A W19.XXXA
Fell on left wrist, right ankle sprain, tibia fracture => S93.401A S82.209A W19.XXXA
Fracture of left fifth metatarsal => S92.352A
Afib on Eliquis; longstanding persistent => I48.11 Z79.01
Afib; knee pain => I48.91 M25.569
Moderate nonproliferative diabetic retinopathy, left eye, with macular edema => E11.3312
Stage 2 pressure ulcer of sacrum, stage 3 pressure ulcer of left heel => L89.152 L89.623
Diabetic ulcer of right foot, fat layer exposed => E11.621 L97.512
Dog bite of left forearm, open wound => S51.852A W54.0XXA
Concussion without LOC, hit head => S06.0X0A
Left distal radius fx, Colles' fracture => S52.532A
Left distal radius fx, right Colles' fracture => S52.502A S52.531A
OA knees => M17.0
Fell on outstretched hand, left distal radius fracture. Right wrist sprain. => S52.502A S63.501A W19.XXXA
Pain in knees => M25.561 M25.562
Left foot pain, feet otherwise normal => M79.672
Diabetic foot ulcer L great toe, limited to skin breakdown, wound care => E11.621 L97.521`,
  'over, or not today': `
Here for surveillance, hx of breast cancer => Z08 Z85.3
Breast cancer, surveillance imaging => C50.919
Hx of BPH with nocturia => R35.1 N40.1
Kidney stones hx, flank pain => R10.A0 Z87.442
Pneumonia last month, now resolved => Z87.01
Cough and fever, fever resolved => R05.9 - R50.9
MMR and varicella given today => Z23
Varicella, given acyclovir => B01.9
COVID neg, flu neg => - U07.1 J11.1
Screening for depression, major depression in remission => F32.4
AMA no. Fever no, cough yes. => R05.9 - R50.9
Both parents have diabetes => Z83.3`,
  'in pregnancy': `
Chronic HTN, pregnant, 12 weeks => O10.011 Z3A.12
Pregnant 30 weeks with iron deficiency anemia and UTI => O23.43 O99.013 D50.9 Z3A.30
Mother with hypertension. Pregnant. => Z33.1 Z82.49`,
  'family medicine': `
CC: right knee pain for 3 weeks, worse on stairs. PMH: T2DM, HTN. => M25.561 E11.9 I10
A1c 8.1. Crepitus, no effusion. OA right knee; T2DM with hyperglycemia. => M17.11 E11.65 - M25.40
UTI with hematuria; dysuria resolved => N39.0 R31.9 - R30.0
Viral URI with cough => J06.9 R05.9
Hyperlipidemia, on atorvastatin. Hypothyroidism stable on levothyroxine. => E78.5 E03.9
Ex-smoker, obesity BMI 34 => E66.9 Z87.891 Z68.34
Vitamin D deficiency; vitamin b12 deficiency anemia => E55.9 D51.9
Diabetes type 2, hypertension, hyperlipidemia - all stable => E11.9 I10 E78.5
Pt is a 45 yo female here for annual wellness exam => Z00.00
Here for flu shot => Z23
Screening for colon cancer, family history of colon cancer => Z12.11 Z80.0
Allergies: PCN, sulfa => Z88.0 Z88.2
Obstructive sleep apnea on CPAP => G47.33
Known M17.11 and I10. => M17.11 I10
Acute bronchitis, started on prednisone => J20.9
Rheumatoid arthritis, on prednisone => M06.9 Z79.52
Menopausal hot flashes; last mammogram normal => N95.1
Mother worried about fever => R50.9
Plantar warts; painful ingrown nail left great toe => B07.0 L60.0`,
  'what is denied': `
Denies chest pain, SOB or fever. => - R07.9 R06.02 R50.9
No fever, chills, or night sweats. Positive for cough and sore throat. => J02.9 R05.9 - R50.9 R68.83 R61
No fever but has chills and cough => R68.83 R05.9 - R50.9
Patient denies SI but reports insomnia => G47.00 - R45.851
Pneumonia ruled out. Acute bronchitis. => J20.9 - J18.9
Strep negative. Acute pharyngitis. => J02.9 - J02.0
Pharyngitis not due to strep => J02.9 - J02.0
ROS: negative for rash, headache and dizziness; + cough => R05.9 - R21 R51.9 R42
Vertigo, nausea. Denies hearing loss. => R42 R11.0 - H91.90
Panic attacks; insomnia; denies depression => F41.0 G47.00 - F32.A
98% on RA. Lungs clear. PE: no edema => - R60.0
Abdomen soft, absence of ascites. Constipation. => K59.00 - R18.8
GERD without esophagitis => K21.9
Migraine without aura, not intractable => G43.009
Osteoporosis without current fracture => M81.0
Concussion without LOC, hit head on door => S06.0X0A
Chest pain resolved. Anxiety. => F41.9 - R07.9
Return if fever or worsening pain => - R50.9 R52`,
  'what is uncertain': `
Cough and fever x 3 days, possible pneumonia. => R05.9 R50.9 - J18.9
R/o PE. Shortness of breath, no chest pain. => R06.02 - I26.99 R07.9
Chest pain, likely GERD vs angina => R07.9 - K21.9 I20.9
Concern for DVT; left calf pain => M79.662 - I82.409
Dizziness, ?anemia => R42 - D64.9
Abdominal pain, probable gastritis or gallstones => R10.9 - K29.70 K80.20
Pt with suspected COVID, exposure to covid at work; test negative => Z20.822 - U07.1
Fatigue, suspected hypothyroidism => R53.83 - E03.9`,
  'what was': `
h/o breast cancer, s/p left mastectomy, now with new lump right breast => N63.10 Z85.3 Z90.12
s/p cholecystectomy => Z90.49
PMH: asthma, GERD, hypothyroidism, h/o kidney stones => J45.909 K21.9 E03.9 Z87.442
No history of stroke or MI. Hx of DVT. => Z86.718 - I63.9 I21.9
Hx of colon polyps, father had colon cancer => Z86.0100 Z80.0
s/p right total knee replacement 2019 => Z96.651
History of myocardial infarction and stroke => I25.2 Z86.73
Headache, status post fall => R51.9 W19.XXXA
Hx of CVA with residual right sided weakness => I69.351
s/p laparoscopic appendectomy, wound clean => Z90.49
Denies alcohol abuse; history of opioid dependence, in remission => F11.21 - F10.10`,
  'strokes and what they leave': `
Acute CVA with left hemiparesis => I63.9 G81.94
Acute ischemic stroke, right hemiplegia => I63.9 G81.91
Hx of stroke w residual left hemiparesis => I69.354`,
  'reasons for a visit': `
Medication refill for HTN => Z76.0 I10
Suture removal, left forearm laceration => S51.812D
BP check, HTN at goal => I10
Pre-op clearance for right TKA; OA right knee => Z01.818 M17.11
Well child, 4 yo, UTD on shots => Z00.129
Seizure disorder, last seizure 2 mo ago => G40.909`,
  'short forms': `
Denies n/v/d. Epigastric abdominal pain. => R10.13 - R11.2 R19.7
LUQ abd pain, f/c/s since Monday => R10.12 R50.9 R68.83 R61
Gout flare, left great toe => M10.9
CKD stage 4, secondary hyperparathyroidism => N25.81 N18.4
Hx of PE, on warfarin => Z86.711 Z79.01`,
  'the family': `
FH: mother had breast cancer, father with CAD. => Z80.3 Z82.49
Mother reports fever and cough for 2 days. No rash. => R50.9 R05.9 - R21
Mother with ovarian cancer and patient has breast lump left => N63.20 Z80.41
Family history of diabetes and prostate cancer => Z83.3 Z80.42`,
  'coded together': `
T2DM, CKD stage 3a, HTN, CHF => E11.22 N18.31 I13.0 I50.9
HTN and acute on chronic systolic heart failure => I11.0 I50.23
Patient has ESRD on dialysis with hypertension => I12.0 N18.6 Z99.2
T2DM on insulin with neuropathy => E11.40 Z79.4
Peripheral neuropathy, type 2 diabetes => E11.42
Uncontrolled type 2 diabetes with hyperglycemia => E11.65
Type 1 diabetes with ketoacidosis => E10.10
Diabetic foot ulcer left heel => E11.621 L97.429
nausea and vomiting x 2 days => R11.2
BPH with nocturia => N40.1 R35.1
Anemia in CKD stage 4 => D63.1 N18.4
HTN, hyperlipidemia and CKD stage 5 => I12.0 E78.5 N18.5`,
  'orthopedics and injuries': `
Right knee: OA, effusion => M17.11 M25.461
bilateral shoulder pain => M25.511 M25.512
Lateral epicondylitis, right elbow => M77.11
Low back pain with left sided sciatica => M54.42
Carpal tunnel syndrome, bilateral => G56.03
Fell off ladder, right distal radius fracture, initial encounter => S52.501A W11.XXXA
Follow-up of sprain of left ankle, healing well => S93.402D
Laceration of left index finger, initial encounter => S61.211A
Dog bite right hand => S61.451A W54.0XXA
Closed fracture right clavicle => S42.001A
2nd degree burn left forearm from hot water => T22.212A
Foreign body in right eye => T15.91XA
Lumbar radiculopathy => M54.16`,
  'other specialties': `
COPD exacerbation, on prednisone, former smoker => J44.1 Z87.891 Z79.52
Asthma, mild intermittent, with acute exacerbation => J45.21
Atrial fibrillation, on Eliquis => I48.91 Z79.01
Meds: lisinopril, metformin, Eliquis => Z79.84 Z79.01
Acute otitis media, left ear => H66.92
Otitis externa R ear => H60.91
Impacted cerumen both ears => H61.23
Primary open angle glaucoma both eyes moderate stage => H40.1132
Major depressive disorder, recurrent, moderate => F33.1
ADHD combined type => F90.2
Breast cancer, left, upper outer quadrant => C50.412
28 weeks pregnant with gestational diabetes, diet controlled => O24.410 Z3A.28
Well child check, 12 months, no abnormal findings => Z00.129
Contact dermatitis due to poison ivy => L23.7
Acne vulgaris. Onychomycosis. Seborrheic keratoses. => L70.0 B35.1 L82.1
Cellulitis of left lower leg => L03.116
Viral gastroenteritis, dehydration => A08.4 E86.0
Bell's palsy right => G51.0
Stage 2 pressure ulcer sacrum => L89.152
Nuclear cataract OU => H25.13
Hand, foot and mouth disease => B08.4
G2P1 at 32w4d with preeclampsia => O14.93 Z3A.32
Viral conjunctivitis right eye => B30.9
Abnormal uterine bleeding => N93.9
Kidney stone; right inguinal hernia => N20.0 K40.90`,
};

suite('find codes', () => {
  for (const [name, lines] of Object.entries(NOTES)) {
    test(name, () => {
      const expected = lines.trim().split('\n');
      assert.equal(expected.map((line) => drawn(line.slice(0, line.indexOf(' =>')))).join('\n'), expected.join('\n'));
    });
  }

  test('there are enough sentences', () => assert.ok(Object.values(NOTES).join('').trim().split('\n').length >= 80));

  test('the words that led to a code', () => {
    const { candidates, leftOut } = find('A1c 8.1.\nOA right knee; denies chest\npain. T2DM with hyperglycemia.');
    assert.deepEqual(
      candidates.map((one) => `${one.because} → ${one.code} ${one.title}`),
      [
        'OA right knee → M17.11 Unilateral primary osteoarthritis, right knee',
        'T2DM with hyperglycemia → E11.65 Type 2 diabetes mellitus with hyperglycemia',
      ],
    );
    assert.deepEqual(
      leftOut.map((one) => `${one.because}: ${one.why}`),
      ['chest pain: denied: “denies”'],
    );
  });

  test('what is from before, past or together says so', () => {
    assert.match(find('PMH: HTN').candidates[0].why, /past history/);
    assert.match(find('h/o HTN').candidates[0].why, /said as history/);
    assert.match(find('HTN. CKD stage 3.').candidates[0].why, /coded together/);
    assert.match(find('possible pneumonia').leftOut[0].why, /symptom is coded/);
  });

  test('a cursor means its sentence', () => {
    const text = 'Knee pain.\n1. HTN, stable\n2. Denies gout. T2DM.\n';
    const at = (word: string) => find(text, { start: text.indexOf(word), end: text.indexOf(word) });
    assert.deepEqual(
      at('HTN').candidates.map((one) => one.code),
      ['I10'],
    );
    assert.deepEqual(
      at('stable').candidates.map((one) => one.code),
      ['I10'],
    );
    assert.deepEqual(
      at('gout').leftOut.map((one) => one.code),
      ['M10.9'],
    );
    assert.deepEqual(
      at('T2DM').candidates.map((one) => one.code),
      ['E11.9'],
    );
  });

  test('a selection means its words, as the note says them', () => {
    const text = 'Denies chest pain and fever. FH: gout, CAD';
    const words = (selected: string) => find(text, { start: text.indexOf(selected), end: text.indexOf(selected) + selected.length });
    assert.deepEqual(
      words('fever').leftOut.map((one) => one.code),
      ['R50.9'],
    );
    assert.deepEqual(
      words('CAD').candidates.map((one) => one.code),
      ['Z82.49'],
    );
  });
});

suite('find codes in whatever is written', () => {
  const texts = Object.values(NOTES)
    .flatMap((lines) => lines.trim().split('\n'))
    .map((line) => line.slice(0, line.indexOf(' =>')));
  const whole = texts.join('\n');

  /** Words lie in the text in order, and say what is said of them. */
  function checkWords(text: string, { candidates, leftOut }: FoundCodes): void {
    for (const { words, because, code } of [...candidates, ...leftOut]) {
      assert.ok(words.length > 0 && code !== '', text);
      assert.equal(words.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … '), because, text);
      words.forEach(({ start, end }, i) => assert.ok(start < end && end <= text.length && start >= (words[i - 1]?.end ?? 0), text));
    }
  }

  test('the words of every candidate stand in the text', () => {
    for (const text of [...texts, whole]) checkWords(text, find(text));
  });

  test('beginnings, and pieces put together', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 60; round += 1) {
      const pieces = Array.from({ length: 4 }, () => {
        const text = texts[random(texts.length)],
          start = random(text.length);
        return (
          text.slice(start, start + random(40)) +
          [' ', '\n', '\r\n', ', ', ' no ', ' ? ', ' vs ', '/', '\t', ' (', '\u0000', 'é'][random(12)]
        );
      });
      const text = pieces.join('');
      const start = random(text.length + 1);
      checkWords(text, find(text));
      checkWords(text, find(text, { start, end: Math.min(text.length, start + random(20)) }));
    }
  });

  test('nothing and noise', () => {
    for (const text of [
      '',
      ' ',
      '\n\n',
      '::::',
      '?',
      '1.',
      'no',
      'no no no',
      'h/o',
      'FH:',
      'PMH: PMH:',
      'vs vs',
      ',,,;;;',
      '🦴 fracture',
      'x'.repeat(5000),
      '?,'.repeat(500),
    ]) {
      checkWords(text, find(text));
      checkWords(text, find(text, { start: text.length, end: text.length }));
    }
  });
});
