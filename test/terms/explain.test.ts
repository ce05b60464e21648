// Explanations of words and phrases, meanings chosen by context, misspellings.
import assert from 'node:assert/strict';
import { describe as plain, describeInMarkdown } from '../../server/terms/explanation';
import { explainTerm } from '../../server/terms/explain-term';
import { suggestTerm } from '../../server/terms/suggest-term';
import { termAt } from '../../server/terms/term-at';

/** Abbreviations in a note, the cursor at `<|>`, and the beginning of the meaning that the note suggests. */
const meanings: readonly (readonly [note: string, meaning: string])[] = [
  ['SpO2 96% on R<|>A', 'room air'],
  ['echo: R<|>A dilated, RV normal', 'right atrium'],
  ['relapsing M<|>S with brain lesions', 'multiple sclerosis'],
  ['gave M<|>S 4 mg IV for pain', 'morphine sulfate'],
  ['M<|>S: gait normal, strength 5/5 all extremities', 'musculoskeletal'],
  ['rheumatic M<|>S with diastolic murmur', 'mitral stenosis'],
  ['CTA showed P<|>E, started heparin', 'pulmonary embolism'],
  ['P<|>E: HEENT normal, lungs clear', 'physical examination'],
  ['ear tubes (P<|>E tubes)', 'pressure equalization'],
  ['P<|>T 3 x week for strengthening', 'physical therapy'],
  ['INR 2.3, P<|>T 24 seconds', 'prothrombin time'],
  ['DP and P<|>T pulses 2+', 'posterior tibial'],
  ['R<|>OM of shoulder limited', 'range of motion'],
  ['R<|>OM at 38 weeks, clear fluid, contractions', 'rupture of membranes'],
  ['VA 20/40 O<|>D, cataract', 'right eye'],
  ['opioid O<|>D, given narcan', 'overdose'],
  ['A<|>D drops for otitis', 'right ear'],
  ['A<|>D dementia on donepezil', 'Alzheimer disease'],
  ['A<|>S severe, mean gradient 45, murmur', 'aortic stenosis'],
  ['R<|>F positive, ANA neg, joint pain', 'rheumatoid factor'],
  ['P<|>A denied by payer, needs authorization', 'prior authorization'],
  ['seen by P<|>A Smith', 'physician assistant'],
  ['CXR P<|>A and lateral', 'posteroanterior'],
  ['D<|>ME macula injection', 'diabetic macular edema'],
  ['D<|>ME wheelchair order', 'durable medical equipment'],
  ['E<|>R positive, HER2 negative breast cancer', 'estrogen receptor'],
  ['metformin E<|>R 500 mg tablet daily', 'extended release'],
  ['seen in the E<|>R', 'emergency room'],
  ['smokes 1 P<|>PD', 'packs per day'],
  ['P<|>PD read 0 mm', 'purified protein derivative (tuberculosis skin test)'],
  ['claim denied C<|>O-45 adjustment', 'contractual obligation'],
  ['C<|>O poisoning after fire', 'carbon monoxide'],
  ['C<|>P radiating to arm, EKG', 'chest pain'],
  ['spastic C<|>P, wheelchair', 'cerebral palsy'],
  ['T<|>TP over lateral knee', 'tender to palpation'],
  ['HR 88 R<|>R 16 BP 120/80', 'respiratory rate'],
  ['B<|>S active, abdomen soft nontender', 'bowel sounds'],
  ['fasting B<|>S 140', 'blood sugar'],
  ['P<|>CP follow up', 'primary care provider'],
  ['urine positive for P<|>CP and amphetamine', 'phencyclidine'],
  ['HCC coding, R<|>AF score', 'risk adjustment factor'],
  ['H<|>CC with elevated AFP, cirrhosis', 'hepatocellular carcinoma'],
  ['C<|>DI query for documentation', 'clinical documentation improvement'],
  ['L<|>AD stent placed', 'left anterior descending artery'],
  ['cervical L<|>AD on neck exam', 'lymphadenopathy'],
  ['S<|>I joint injection', 'The joint between the base of the spine and the hip bone.'],
  ['PND and orthopnea. CPAP for OSA. P<|>ND with sinus drainage.', 'postnasal drip'],
  ['P<|>t is a 54 yo, INR labs', 'patient'],
  ['54 yo <|>M with', 'male'],
  ['E. co<|>li on culture', 'Escherichia coli'],
  ['EKG NSR w/ LBBB. SOB. P<|>E: HEENT nl, CTAB, RRR', 'physical examination'],
  ['denies S<|>I or HI', 'suicidal ideation'],
  ['H<|>S nightly', 'at bedtime'],
  ['A<|>R aging over 90 days', 'accounts receivable'],
  ['T<|>C modifier for x-ray', 'technical component'],
  ['P<|>R-1 deductible', 'patient responsibility'],
  ['N<|>S bolus 1 liter IV', 'normal saline'],
  ['N<|>S x2 for appointment', 'no show'],
  ['I<|>R drain placement', 'interventional radiology'],
];

const misspelt: readonly (readonly [written: string, meant: string])[] = [
  ['colonscopy', 'colonoscopy'],
  ['diabetis', 'diabetes'],
  ['hemorage', 'hemorrhage'],
  ['diverticulitus', 'diverticulitis'],
  ['arthritus', 'arthritis'],
  ['tachicardia', 'tachycardia'],
  ['numonia', 'pneumonia'],
  ['seasure', 'seizure'],
  ['athroscopy', 'arthroscopy'],
  ['hipertension', 'hypertension'],
  ['cirhosis', 'cirrhosis'],
  ['cholecistectomy', 'cholecystectomy'],
  ['asthama', 'asthma'],
  ['migrane', 'migraine'],
  ['fractrue', 'fracture'],
  ['ecsema', 'eczema'],
  ['alzhiemers disease', "Alzheimer's disease"],
  ['fibrilation', 'fibrillation'],
  ['deductable', 'deductible'],
  ['referal', 'referral'],
];

suite('terms: explanations', () => {
  for (const [note, meaning] of meanings) {
    test(`${note} is ${meaning}`, () => {
      const offset = note.indexOf('<|>');
      assert.ok(offset >= 0, 'no cursor in the note');
      const found = termAt(note.replace('<|>', ''), offset)?.explanation;
      assert.equal(found?.meaning.slice(0, meaning.length), meaning);
    });
  }

  test('a context chooses among meanings; the others are alternatives', () => {
    const joints = explainTerm('RA', 'Both hands swollen. RA on methotrexate.');
    assert.equal(joints?.meaning, 'rheumatoid arthritis');
    assert.ok(joints.alternatives.includes('room air'));
    assert.match(joints.detail ?? '', /immune system/);
    assert.equal(explainTerm('RA', 'SpO2 98% on RA')?.meaning, 'room air');
    assert.equal(explainTerm('RA')?.meaning, 'rheumatoid arthritis');
  });

  test('an abbreviation in plain text', () => {
    assert.equal(
      plain(explainTerm('SOB') ?? assert.fail()),
      'SOB: shortness of breath\nHard or uncomfortable breathing.\nAlso: side of bed',
    );
  });

  test('an error-prone abbreviation says what to write', () => {
    for (const word of ['QD', 'q.d.', 'U', 'IU', 'QOD', 'MSO4', 'MgSO4', 'D/C', 'cc', 'HS', 'SQ', 'TIW', 'µg', 'AU', 'OS']) {
      assert.match(explainTerm(word)?.caution ?? '', /write /, word);
    }
    assert.equal(explainTerm('BID')?.caution, undefined);
    // Alone it may be the one that is misread; in its place it is told which it is.
    assert.match(explainTerm('MS')?.caution ?? '', /^As morphine sulfate: .*write morphine sulfate/);
    assert.equal(explainTerm('MS', 'relapsing MS on interferon')?.caution, undefined);
    assert.match(explainTerm('MS', 'MS 4 mg iv for pain')?.caution ?? '', /^MS is also read/);
  });
  test('a dose whose point is overlooked', () => {
    const caution = (dose: string) => explainTerm(dose)?.caution;
    assert.equal(caution('5.0 mg'), 'The point is overlooked and 50 mg is read: write 5 mg.');
    assert.equal(caution('.5mg'), 'The point is overlooked and 5 mg is read: write 0.5 mg.');
    for (const dose of ['0.5 mg', '5 mg', '5.05 mg', '5.0 mg/dL', '1.5.0 mg', '5.0']) assert.equal(explainTerm(dose), undefined, dose);
  });

  test('a composed word that is listed shows its parts', () => {
    assert.equal(
      plain(explainTerm('cholecystectomy') ?? assert.fail()),
      'cholecystectomy (procedure): Surgical removal of the gallbladder.\nchole·cyst·ectomy: bile · bladder, sac · removal',
    );
  });

  test('a composed word that is not listed is told by its parts', () => {
    const found = explainTerm('choledocholithotomy');
    assert.equal(found?.kind, 'word-parts');
    assert.equal(plain(found), 'choledocho·litho·tomy: common bile duct · stone · cutting into');
  });

  test('markdown is escaped, data is not', () => {
    const found = explainTerm('>');
    assert.equal(found?.term, '>');
    assert.match(describeInMarkdown(found), /^\*\*\\>\*\*: greater than/);
  });

  test('phrases, forms and British spelling', () => {
    const listed = (word: string): string | undefined => explainTerm(word)?.term;
    assert.equal(listed('Heart Attacks'), 'myocardial infarction');
    assert.equal(listed('Alzheimers disease'), "Alzheimer's disease");
    assert.equal(listed('Crohn’s disease'), "Crohn's disease");
    assert.equal(listed('haemorrhoids'), 'hemorrhoids');
    assert.equal(listed('tumour'), 'neoplasm');
    assert.equal(listed('diverticula'), 'diverticulosis');
    assert.equal(listed('biopsied'), 'biopsy');
    assert.equal(listed('timely filing'), 'timely filing');
  });

  test('unknown and empty words have no explanation', () => {
    for (const word of ['', ' ', 'stairs', 'or', 'as', 'qwertz', 'x'.repeat(10_000)]) assert.equal(explainTerm(word), undefined, word);
  });
});

suite('terms: misspellings', () => {
  for (const [written, meant] of misspelt) {
    test(written, () => assert.ok(suggestTerm(written).slice(0, 2).includes(meant), suggestTerm(written).join(', ')));
  }

  test('known, everyday and short words have no suggestions', () => {
    for (const word of ['pneumonia', 'patient', 'fractures', 'COPD', 'abc', '', 'stairs', 'cardiology', 'intubated']) {
      assert.deepEqual(suggestTerm(word), [], word);
    }
  });

  test('at most five, the likeliest first', () => {
    assert.ok(suggestTerm('artritis').length <= 5);
    assert.equal(suggestTerm('artritis')[0], 'arthritis');
  });
});
