// What is past, of the family, taken for long or not tolerated has codes of its own: which, by the code or word of the present.

/** Beginnings of codes and what takes their place; the longest beginning decides. */
type Table = ReadonlyMap<string, string>;

/** Rows `code: beginnings`; a row goes on in the next line where that has no colon. */
function table(text: string): Table {
  const rows = new Map<string, string>();
  let code = '';
  for (const word of text.trim().split(/\s+/)) {
    if (word.endsWith(':')) code = word.slice(0, -1);
    else rows.set(word, code);
  }
  return rows;
}

/** Look-up forms without dot on the right; the code to write on the left. */
const FAMILY = table(`
  Z80.0: C15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26
  Z80.1: C33 C34
  Z80.2: C30 C31 C32 C37 C38 C39
  Z80.3: C50
  Z80.41: C56
  Z80.42: C61
  Z80.43: C62
  Z80.49: C51 C52 C53 C54 C55 C57 C60 C63
  Z80.51: C64 C65
  Z80.52: C67
  Z80.6: C91 C92 C93 C94 C95
  Z80.7: C81 C82 C83 C84 C85 C88 C90 C96
  Z80.8: C40 C41 C43 C44 C69 C70 C71 C72 C73 C74 C75
  Z80.9: C
  Z81.0: F70 F71 F72 F79
  Z81.1: F10
  Z81.2: F17
  Z81.3: F11 F12 F13 F14 F15 F16 F18 F19
  Z81.8: F
  Z82.0: G
  Z82.1: H54
  Z82.2: H90 H91
  Z82.3: I60 I61 I63 I64 G45
  Z82.41: I46
  Z82.49: I
  Z82.5: J45 J44 J43
  Z82.61: M05 M06 M15 M16 M17 M18 M19
  Z82.62: M80 M81
  Z82.69: M
  Z82.71: Q61
  Z82.79: Q
  Z83.0: B20
  Z83.1: A B
  Z83.2: D5 D6 D7 D80 D81 D82 D83 D84 D86 D89
  Z83.3: E08 E09 E10 E11 E13
  Z83.42: E78.01
  Z83.49: E
  Z83.511: H40
  Z83.518: H35 H25 H26 H0 H1 H2 H3 H4 H5
  Z83.52: H6 H7 H8 H9
  Z83.6: J
  Z83.710: K63.5 D12
  Z83.79: K
  Z84.0: L
  Z84.1: N18 N19 N17 N20 N0
  Z84.2: N
`);

const PERSONAL = table(`
  Z85.01: C15
  Z85.028: C16
  Z85.038: C18
  Z85.048: C19 C20 C21
  Z85.05: C22
  Z85.07: C25
  Z85.118: C34
  Z85.21: C32
  Z85.3: C50
  Z85.41: C53
  Z85.42: C54 C55
  Z85.43: C56
  Z85.46: C61
  Z85.47: C62
  Z85.51: C67
  Z85.528: C64
  Z85.6: C91 C92 C93 C94 C95
  Z85.71: C81
  Z85.72: C82 C83 C84 C85
  Z85.79: C88 C90 C96
  Z85.820: C43
  Z85.828: C44
  Z85.830: C40 C41
  Z85.841: C71
  Z85.850: C73
  Z85.9: C
  Z86.000: D05
  Z86.010: K63.5 D12
  Z86.11: A15
  Z86.14: A49.02
  Z86.16: U07
  Z86.19: A B
  Z86.2: D5 D6 D7 D80
  Z86.32: O24
  Z86.39: E
  Z86.51: F43
  Z86.59: F
  Z87.891: F17
  Z86.61: G0
  Z86.69: G H
  I25.2: I21 I22
  Z86.711: I26
  Z86.718: I82
  Z86.73: I63 G45 I60 I61
  Z86.74: I46
  Z86.79: I
  Z87.01: J12 J13 J14 J15 J16 J17 J18
  Z87.09: J
  Z87.11: K25 K26 K27 K28
  Z87.19: K
  Z87.2: L
  Z87.310: M80
  Z87.39: M
  Z87.410: N87
  Z87.42: N7 N8 N9
  Z87.430: N40
  Z87.438: N41 N42 N43 N44 N45 N46 N47 N48 N49 N5
  Z87.440: N39.0
  Z87.442: N20 N21 N23
  Z87.448: N
  Z98.891: O82 O34.21
  Z87.51: O60
  Z87.59: O
  Z87.81: S02 S12 S22 S32 S42 S52 S62 S72 S82 S92
  Z87.820: S06
  Z87.828: S T
  Z87.892: T78.0 T78.2
  Z91.81: W19 R29.6
`);

const SCREENING = table(`
  Z11.1: A15
  Z11.3: A5 A60 A63 A74.9
  Z11.4: B20
  Z11.51: B97.7
  Z11.52: U07.1
  Z11.59: B1
  Z12.0: C16
  Z12.11: C18
  Z12.12: C20
  Z12.2: C34
  Z12.31: C50
  Z12.4: C53
  Z12.5: C61
  Z12.6: C67
  Z12.71: C62
  Z12.73: C56
  Z12.83: C43 C44
  Z12.9: C
  Z13.0: D5 D6 D7 D80
  Z13.1: E08 E09 E10 E11 E13 R73
  Z13.21: E5 E61
  Z13.220: E78
  Z13.29: E0 E2
  Z13.31: F32 F33
  Z13.39: F4 F10 F1
  Z13.5: H
  Z13.6: I
  Z13.820: M80 M81
  Z13.83: J
  Z13.858: G
`);

const EXPOSURE = table(`
  Z20.1: A15
  Z20.2: A5 A60 A63 A74.9
  Z20.5: B15 B16 B17 B18 B19
  Z20.6: B20
  Z20.7: B85 B86 B87 B88
  Z20.818: A J02.0 J03.0 L01
  Z20.822: U07.1
  Z20.828: B J09 J10 J11 J21
`);

/** Conditions that do not go away: said as history they are there unless the note says otherwise. */
const LASTING = `
  E08 E09 E10 E11 E13 E03 E06 E66 E78 I10 I11 I12 I13 I25 I27 I42 I48 I50 I70 I73 J43 J44 J45 J84 N18 N40 K21 K50 K51
  K70 K74 K90 M05 M06 M10 M15 M16 M17 M18 M19 M32 M45 M79.7 M80 M81 G20 G35 G30 G40 G43 G47.3 G81 G82 G83 H25 H26 F02 F03 F10 F11 F12 F13 F14 F15 F16 F18 F19 F20 F25
  F31 F32
  F33 F41 F43.1 F84 F90 B18 B20 D57 D66 L20 L40 H40 H35.3 Q
`
  .trim()
  .split(/\s+/);

/** The code for a condition of the family, by its present code. */
export function familyCode(code: string): string | undefined {
  return lookUp(FAMILY, code);
}

/** The code for what was, by the code of what is. */
export function personalCode(code: string): string | undefined {
  return lookUp(PERSONAL, code);
}

/** The code for looking for a condition where nothing is known of it, by its present code. */
export function screeningCode(code: string): string | undefined {
  return lookUp(SCREENING, code);
}

/** The code for having met with an infection, by its present code. */
export function exposureCode(code: string): string | undefined {
  return lookUp(EXPOSURE, code);
}

/** What happens once and is over: a year behind its name says when. */
const EVENTS = 'I21 I22 I26 I60 I61 I63 I82.4 G45 K35 J12 J13 J14 J15 J18 S06 U07.1 C0 C1 C2 C3 C4 C5 C6 C70 C71 C72 C73 C74 C75 C81'.split(
  ' ',
);

/** Does this happen once, so that years later it is past? */
export function isEvent(code: string): boolean {
  return EVENTS.some((one) => code.startsWith(one));
}

/** Does this pass, so that a year behind it says when it was? */
export function isPassing(code: string): boolean {
  return /^(A|B(?!18|20)|J[012]|K(35|57|80|81|85)|L0|N(1[0-2]|20|30|39\.0)|K63\.5|S)/.test(code);
}

/** Does this condition last? */
export function isLasting(code: string): boolean {
  return LASTING.some((one) => code.startsWith(one));
}

function lookUp(rows: Table, code: string): string | undefined {
  for (let length = code.length; length > 0; length -= 1) {
    const found = rows.get(code.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

const MEDICINES = table(`
  Z79.4: insulin lantus humalog novolog levemir basaglar tresiba toujeo glargine lispro aspart detemir
  Z79.84: metformin glipizide glyburide glimepiride pioglitazone sitagliptin januvia empagliflozin jardiance
    dapagliflozin farxiga linagliptin glucophage
  Z79.85: semaglutide ozempic dulaglutide trulicity liraglutide victoza tirzepatide mounjaro exenatide
  Z79.01: warfarin coumadin apixaban eliquis rivaroxaban xarelto dabigatran pradaxa edoxaban anticoagulant
    anticoagulation enoxaparin lovenox
  Z79.02: clopidogrel plavix ticagrelor brilinta prasugrel antiplatelet
  Z79.82: aspirin asa
  Z79.52: prednisone prednisolone
  Z79.51: fluticasone budesonide flovent pulmicort symbicort advair
  Z79.83: alendronate fosamax risedronate ibandronate bisphosphonate
  Z79.811: anastrozole letrozole exemestane arimidex
  Z79.810: tamoxifen
  Z79.890: estradiol
  Z79.891: opioids opioid oxycodone hydrocodone percocet norco oxycontin morphine tramadol
  Z79.1: meloxicam celecoxib
  Z79.631: methotrexate
  Z79.620: adalimumab humira etanercept enbrel
`);

/** The code for long use of a medicine, by its name in small letters. */
export function medicineCode(word: string): string | undefined {
  return MEDICINES.get(word);
}

const ADVERSE = table(`
  T36.0X5A: penicillin amoxicillin augmentin ampicillin
  T36.1X5A: cephalexin keflex cephalosporin ceftriaxone
  T36.3X5A: azithromycin erythromycin clarithromycin
  T36.4X5A: doxycycline minocycline tetracycline
  T36.95XA: antibiotic
  T37.0X5A: bactrim septra sulfa
  T38.0X5A: prednisone prednisolone dexamethasone steroid corticosteroid
  T38.1X5A: levothyroxine synthroid
  T38.3X5A: insulin metformin glipizide glyburide glimepiride
  T39.015A: aspirin asa
  T39.1X5A: acetaminophen tylenol
  T39.315A: ibuprofen naproxen motrin advil aleve
  T39.395A: nsaid meloxicam diclofenac celecoxib
  T40.2X5A: opioid opiate oxycodone hydrocodone morphine percocet norco narcotic
  T40.425A: tramadol
  T42.4X5A: lorazepam alprazolam diazepam clonazepam benzodiazepine
  T42.6X5A: gabapentin pregabalin topiramate lamotrigine levetiracetam
  T43.215A: duloxetine cymbalta venlafaxine effexor
  T43.225A: sertraline zoloft fluoxetine prozac citalopram escitalopram lexapro paroxetine ssri
  T43.595A: quetiapine olanzapine risperidone aripiprazole antipsychotic
  T44.7X5A: metoprolol atenolol propranolol carvedilol bisoprolol
  T45.0X5A: diphenhydramine benadryl
  T45.1X5A: chemotherapy chemo methotrexate paclitaxel cisplatin tamoxifen
  T45.515A: warfarin coumadin apixaban eliquis rivaroxaban xarelto dabigatran heparin anticoagulant
  T45.525A: clopidogrel plavix ticagrelor
  T46.0X5A: digoxin
  T46.1X5A: amlodipine norvasc nifedipine diltiazem verapamil
  T46.2X5A: amiodarone
  T46.4X5A: lisinopril enalapril benazepril ramipril
  T46.5X5A: losartan valsartan olmesartan clonidine hydralazine
  T46.6X5A: statin atorvastatin simvastatin rosuvastatin pravastatin
  T50.0X5A: spironolactone
  T50.1X5A: furosemide lasix bumetanide torsemide
  T50.2X5A: hctz hydrochlorothiazide chlorthalidone thiazide
  T50.8X5A: contrast
`);

/** The code for the ill effect of a medicine that was taken as ordered, by its name in small letters. */
export function adverseCode(word: string): string | undefined {
  return ADVERSE.get(word);
}

const ALLERGIES = table(`
  Z88.0: penicillin penicillins pcn amoxicillin augmentin ampicillin
  Z88.1: cephalosporin cephalosporins keflex cephalexin azithromycin erythromycin doxycycline clindamycin vancomycin
    ciprofloxacin levofloxacin
  Z88.2: sulfa sulfonamide sulfonamides bactrim septra
  Z88.5: codeine morphine opioid opioids narcotic narcotics hydrocodone oxycodone
  Z88.6: aspirin asa nsaid nsaids ibuprofen naproxen
  Z91.040: latex
  Z91.041: contrast
  Z91.010: peanut peanuts
  Z91.011: milk
  Z91.012: egg eggs
  Z91.013: shellfish seafood shrimp
  Z91.030: bee bees wasp
`);

/** The code for an allergy to something, by its name in small letters. */
export function allergyCode(word: string): string | undefined {
  return ALLERGIES.get(word);
}

/** The code for the body mass index of an adult. */
export function bodyMassCode(index: number): string {
  if (index < 20) return 'Z68.1';
  if (index < 40) return `Z68.${index}`;
  return `Z68.4${index < 45 ? 1 : index < 50 ? 2 : index < 60 ? 3 : index < 70 ? 4 : 5}`;
}
