// Composed words are split into their parts; everyday words are left whole.
import assert from 'node:assert/strict';
import { analyseWord } from '../../server/terms/analyse-word';
import { everydayWords } from '../../server/terms/tables';

/** Composed words with their parts between dots. */
const composed = `
adenocarcinoma adeno·carcin·oma
adenoidectomy adenoid·ectomy
amenorrhea a·meno·rrhea
analgesia an·algesia
anemia an·emia
anesthesia an·esthesia
angiogram angio·gram
angioplasty angio·plasty
anuria an·uria
aphasia a·phasia
apnea a·pnea
appendectomy append·ectomy
appendicitis appendic·itis
arteriosclerosis arterio·sclerosis
arthralgia arthr·algia
arthritis arthr·itis
arthrocentesis arthro·centesis
arthrodesis arthro·desis
arthroplasty arthro·plasty
arthroscopy arthro·scopy
ataxia a·taxia
atherosclerosis athero·sclerosis
audiometry audio·metry
bacteremia bacter·emia
blepharitis blephar·itis
blepharoplasty blepharo·plasty
bradycardia brady·cardia
bronchiectasis bronchi·ectasis
bronchitis bronch·itis
bronchopneumonia broncho·pneumonia
bronchoscopy broncho·scopy
bursitis burs·itis
cardiologist cardio·logist
cardiology cardio·logy
cardiomegaly cardio·megaly
cardiomyopathy cardio·myo·pathy
cephalalgia cephal·algia
cerebrovascular cerebro·vascular
cheilitis cheil·itis
cholangitis cholang·itis
cholecystectomy chole·cyst·ectomy
cholecystitis chole·cyst·itis
cholelithiasis chole·lithiasis
cholestasis chole·stasis
chondromalacia chondro·malacia
colectomy col·ectomy
colitis col·itis
colonoscopy colono·scopy
colostomy colo·stomy
colposcopy colpo·scopy
costochondritis costo·chondr·itis
craniotomy cranio·tomy
cystitis cyst·itis
cystocele cysto·cele
cystoscopy cysto·scopy
cytology cyto·logy
dermatitis dermat·itis
dermatology dermato·logy
diverticulitis diverticul·itis
dysmenorrhea dys·meno·rrhea
dyspepsia dys·pepsia
dysphagia dys·phagia
dysphasia dys·phasia
dysplasia dys·plasia
dyspnea dys·pnea
dysuria dys·uria
electrocardiogram electro·cardio·gram
electroencephalogram electro·encephalo·gram
embolectomy embol·ectomy
encephalitis encephal·itis
endocarditis endo·card·itis
endocrinology endocrino·logy
endometriosis endo·metri·osis
endoscopy endo·scopy
enterocolitis entero·col·itis
epidermal epi·dermal
epigastric epi·gastr·ic
erythrocyte erythro·cyte
esophagitis esophag·itis
esophagogastroduodenoscopy esophago·gastro·duodeno·scopy
fasciotomy fascio·tomy
fibromyalgia fibro·my·algia
gastrectomy gastr·ectomy
gastritis gastr·itis
gastroenteritis gastro·enter·itis
gastroparesis gastro·paresis
gingivitis gingiv·itis
glomerulonephritis glomerulo·nephr·itis
glossitis gloss·itis
gynecology gyneco·logy
hematemesis hemat·emesis
hematology hemato·logy
hematoma hemat·oma
hematuria hemat·uria
hemianopia hemi·an·opia
hemiparesis hemi·paresis
hemiplegia hemi·plegia
hemolysis hemo·lysis
hemoptysis hemo·ptysis
hemorrhage hemo·rrhage
hemothorax hemo·thorax
hepatitis hepat·itis
hepatomegaly hepato·megaly
hepatosplenomegaly hepato·spleno·megaly
hydrocephalus hydro·cephalus
hydronephrosis hydro·nephr·osis
hypercalcemia hyper·calcemia
hyperglycemia hyper·glyc·emia
hyperkalemia hyper·kalemia
hyperlipidemia hyper·lipidemia
hypertension hyper·tension
hyperthyroidism hyper·thyroidism
hypertrophy hyper·trophy
hypodermic hypo·dermic
hypoglycemia hypo·glyc·emia
hypokalemia hypo·kalemia
hyponatremia hypo·natremia
hypotension hypo·tension
hypothermia hypo·thermia
hypothyroidism hypo·thyroidism
hypoxemia hyp·ox·emia
hypoxia hyp·oxia
hysterectomy hyster·ectomy
hysterosalpingogram hystero·salpingo·gram
ileostomy ileo·stomy
intracranial intra·cranial
intradermal intra·dermal
intramuscular intra·muscular
intravenous intra·venous
keratitis kerat·itis
laparoscopic laparo·scopic
laparoscopy laparo·scopy
laparotomy laparo·tomy
laryngectomy laryng·ectomy
laryngitis laryng·itis
leiomyoma leiomy·oma
leukemia leuk·emia
leukocytosis leuko·cytosis
leukopenia leuko·penia
lipoma lip·oma
lithotripsy litho·tripsy
lobectomy lob·ectomy
lymphadenopathy lymphadeno·pathy
lymphedema lymph·edema
lymphoma lymph·oma
mammogram mammo·gram
mastectomy mast·ectomy
mastitis mast·itis
melanoma melan·oma
meningitis mening·itis
menorrhagia meno·rrhagia
microcephaly micro·cephaly
myalgia my·algia
myasthenia my·asthenia
myelopathy myelo·pathy
myocarditis myo·card·itis
myopathy myo·pathy
myringotomy myringo·tomy
nasogastric naso·gastr·ic
nasopharyngeal naso·pharyng·eal
necrosis necr·osis
neonatal neo·natal
nephrectomy nephr·ectomy
nephrolithiasis nephro·lithiasis
nephrologist nephro·logist
nephropathy nephro·pathy
neuralgia neur·algia
neuritis neur·itis
neurologist neuro·logist
neuroma neur·oma
neuropathy neuro·pathy
neutropenia neutro·penia
nocturia noct·uria
oligomenorrhea oligo·meno·rrhea
oliguria olig·uria
oncologist onco·logist
onychomycosis onycho·mycosis
oophorectomy oophor·ectomy
ophthalmologist ophthalmo·logist
ophthalmoscope ophthalmo·scope
orchiectomy orchi·ectomy
orthopnea ortho·pnea
osteoarthritis osteo·arthr·itis
osteomalacia osteo·malacia
osteomyelitis osteo·myel·itis
osteopenia osteo·penia
osteoporosis osteo·porosis
osteotomy osteo·tomy
otalgia ot·algia
otitis ot·itis
otolaryngologist oto·laryngo·logist
otorrhea oto·rrhea
otoscope oto·scope
pancreatitis pancreat·itis
pancytopenia pan·cyto·penia
paraplegia para·plegia
paresthesia par·esthesia
pathology patho·logy
pericardiocentesis peri·cardio·centesis
pericarditis peri·card·itis
perinatal peri·natal
periodontitis peri·odont·itis
peritonitis periton·itis
pharyngitis pharyng·itis
phlebitis phleb·itis
phlebotomy phlebo·tomy
photophobia photo·phobia
pleuritis pleur·itis
pneumonectomy pneumon·ectomy
pneumonia pneumon·ia
pneumothorax pneumo·thorax
polycythemia poly·cyth·emia
polydipsia poly·dipsia
polyneuropathy poly·neuro·pathy
polyphagia poly·phagia
polyuria poly·uria
postnatal post·natal
postoperative post·operative
postpartum post·partum
prenatal pre·natal
proctoscopy procto·scopy
prostatectomy prostat·ectomy
prostatitis prostat·itis
proteinuria protein·uria
pseudophakia pseudo·phakia
psychiatrist psych·iatrist
psychology psycho·logy
pyelonephritis pyelo·nephr·itis
pyuria py·uria
quadriplegia quadri·plegia
radiculopathy radiculo·pathy
radiologist radio·logist
retinopathy retino·pathy
rhabdomyolysis rhabdomyo·lysis
rheumatologist rheumato·logist
rhinitis rhin·itis
rhinoplasty rhino·plasty
rhinorrhea rhino·rrhea
salpingectomy salping·ectomy
sclerotherapy sclero·therapy
septoplasty septo·plasty
sinusitis sinus·itis
spirometry spiro·metry
splenectomy splen·ectomy
splenomegaly spleno·megaly
spondylitis spondyl·itis
spondylolisthesis spondylo·listhesis
spondylosis spondyl·osis
stomatitis stomat·itis
subcutaneous sub·cutaneous
sublingual sub·lingual
synovitis synov·itis
tachycardia tachy·cardia
tachypnea tachy·pnea
tendinitis tendin·itis
tenosynovitis teno·synov·itis
tetraplegia tetra·plegia
thoracentesis thora·centesis
thoracotomy thoraco·tomy
thrombocytopenia thrombo·cyto·penia
thrombolysis thrombo·lysis
thrombophlebitis thrombo·phleb·itis
thrombosis thromb·osis
thyroidectomy thyroid·ectomy
tonsillectomy tonsill·ectomy
tonsillitis tonsill·itis
tracheostomy tracheo·stomy
transurethral trans·urethr·al
tympanoplasty tympano·plasty
ultrasonography ultra·sonography
ureterolithiasis uretero·lithiasis
ureteroscopy uretero·scopy
urethritis urethr·itis
urologist uro·logist
uveitis uve·itis
vaginitis vagin·itis
vasectomy vas·ectomy
vasodilator vaso·dilator
vasospasm vaso·spasm
ventriculoperitoneal ventriculo·peritoneal
xeroderma xero·derma
xerostomia xero·stomia
photokeratitis photo·kerat·itis
choledocholithotomy choledocho·litho·tomy
pancreaticoduodenectomy pancreatico·duoden·ectomy
keratoconjunctivitis kerato·conjunctiv·itis
electromyography electro·myo·graphy
polysomnography poly·somno·graphy
hemochromatosis hemo·chromat·osis
pachymeningitis pachy·mening·itis
dacryocystorhinostomy dacryocysto·rhino·stomy
uvulopalatopharyngoplasty uvulo·palato·pharyngo·plasty
gastroesophageal gastro·esophag·eal
tracheobronchitis tracheo·bronch·itis
sphincterotomy sphinctero·tomy
valvuloplasty valvulo·plasty
vertebroplasty vertebro·plasty
kyphoplasty kypho·plasty
`;

/** Words of every day that look as if they had parts; none of them is in the list of everyday words. */
const everyday = `
abandon absolute abstract accident accordion acrobat activate adapter adjacent admiral advertise aeroplane airplane alabaster alligator
almanac alphabet altogether amaze ambulance anchor ancient anecdote angry annoy antics anthology apricot arcade aristocracy armchair
arrow aspect athlete attic attract awkward axle bachelor bakery balcony bargain barrel battle beacon belief beverage bishop blanket
blossom bonfire border bounce brave bridge broom bubble bucket bunch burden butter button cabbage cabinet candle cannon canopy canvas
capable caravan cargo carol carpenter carriage carrot cartridge cascade casual catapult cement ceramics cereal champagne chapel charity
cheese cherry chess chimney chorister chronometer circuit cistern clarinet clarity climatic coconut collar collie compact compile
comrade concert concrete conifer convent coral cork corridor costume counter cradle crane crater crayon cricket crocodile crusade cube
cucumber curtain cushion custom cyclone dagger dairy daisy daylight deacon decent decline decoy defend deluxe democrat deploy descend
desire destination detective devote diary dictation diesel diplomatic discord domino donkey dragon dresser dungeon dynamite dynasty
eager easel echo eclipse edit elegance elevator embassy emerald enamel endless endorse endurance enforce epigram erase errand escort
eternity evaporate exhaust exile exotica extravagant fable fairy falcon feather ferry fiddle fisherman flavor flora flute foliage
fortress fountain fragrance furnace gadget gallon garment gazebo gender glacier glamour globe gossip gradient granite gravel guardian
gymnast hammer harmonica harvest hazel hedge helicopter heptagon hexagon homophone hostage hydrofoil hypertext iceberg incense infantry
ingot inkwell insulate intermission intravel invent isotherm jacket jaguar jasmine jigsaw journalist kettle kiosk lantern lavender
leopard lettuce lilac lobster locker lumber macaroni magnolia mandolin maple marble marmalade matinee meadow melon menace meteorite
metronome microfilm midnight mignon minaret mischief monastery morphing motorcycle mustard napkin narrator necklace nectar nephew
notary nutmeg obelisk octagon octopus omelet onion orchard orchestral ornament osprey otter oxidize paddle pajamas pancake paperback
parachute parsley pasture patchwork pavilion peacock pebble pelican pendulum peppermint periphery petal pheasant phonebook picnic
pilgrim planter plaza plumber polka porcelain porridge postcard prairie prehistory pretzel propeller prototype pumpkin puppet pyre
quartz quiver rabbit radiator raisin ransom raven rectangle reindeer repertoire replica rhapsody rhubarb saddle saffron sandal sapphire
sardine satchel saucer saxophone scarecrow scissors scooter seminary sherbet silhouette slipper sonnet spaghetti sparrow spectacle
sphere spinach squirrel stapler subtitle sunset surname swallow syllable symbolism synagogue tambourine tapestry tavern telecast
teletype terrace thunder tornado tractor transistor translation trapezoid treadmill trellis trombone turnip turquoise unicycle
upholster vagabond valentine vandal velocity veranda vinegar violinist volcanic walnut waterfall windmill wrapper xylophone
`
  .trim()
  .split(/\s+/);

suite('terms: parts of a word', () => {
  for (const line of composed.trim().split('\n')) {
    const [word = '', parts = ''] = line.split(' ');
    test(word, () =>
      assert.equal(
        analyseWord(word)
          ?.map((part) => part.text)
          .join('·'),
        parts,
      ),
    );
  }

  test('gives each part its meaning and kind', () => {
    assert.deepEqual(analyseWord('cholecystectomy'), [
      { text: 'chole', meaning: 'bile', kind: 'root' },
      { text: 'cyst', meaning: 'bladder, sac', kind: 'root' },
      { text: 'ectomy', meaning: 'removal', kind: 'suffix' },
    ]);
    assert.deepEqual(
      analyseWord('hypoglycemia')?.map((part) => part.kind),
      ['prefix', 'root', 'suffix'],
    );
  });

  test('capitals and plurals', () => {
    assert.equal(
      analyseWord('Cholecystectomies')
        ?.map((part) => part.text)
        .join('·'),
      'chole·cyst·ectomies',
    );
    assert.equal(
      analyseWord('CARDIOMYOPATHIES')
        ?.map((part) => part.text)
        .join('·'),
      'cardio·myo·pathies',
    );
  });

  test('only when the parts cover the whole word', () => {
    for (const word of ['cholecystx', 'xcardiology', 'cardio', 'itis', '', 'a', 'cardio logy', 'кардио']) {
      assert.equal(analyseWord(word), undefined, word);
    }
  });

  test('a very long word is answered at once', () => assert.equal(analyseWord('cardio'.repeat(5000)), undefined));

  test('everyday words stay whole', () => {
    assert.deepEqual(
      everyday.filter((word) => analyseWord(word)),
      [],
    );
    assert.deepEqual(
      [...everydayWords()].filter((word) => analyseWord(word)),
      [],
    );
  });
});
