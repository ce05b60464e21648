// Visits of the clinic with one fault each, as people make them and payers deny them: each is found, on the word that is wrong.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../../server/features/project';
import { type RuleWorld, NO_SETTINGS, checkDocument } from '../../server/rules/run';
import { codeSets } from '../kit/code-sets';

const FOLDER = path.join(process.cwd(), 'test/documents/clinic');
const files = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ uri: `file:///clinic/${name}`, text: readFileSync(path.join(FOLDER, name), 'utf8') }));

/**
 * The block, what is written there, what somebody writes instead, and what is said of it: rule and word. Where one slip is two faults,
 * a line each.
 */
type Fault = readonly [block: string, right: string, wrong: string, ...found: string[]];

const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  'who and where': [
    ['encounter BA01', 'patient    ALLEN', 'patient    ALEN', 'document/unknown-reference ALEN'],
    ['encounter BA01', '  patient    ALLEN\n', '', 'claim/missing-patient BA01'],
    ['encounter BA01', '2026-11-02', '2027-11-02', 'claim/invalid-date 2027-11-02'],
    ['encounter Z01', '2026-11-12', '2026-08-02', 'payer/expired-timely-filing 2026-08-02'],
    ['encounter BA01', 'place      11', 'place      88', 'claim/unknown-place 88'],
    [
      'encounter BA01',
      'place      11',
      'place      21',
      'claim/missing-admission-date 21',
      'claim/missing-facility 21',
      'service/mismatched-place 99204',
    ],
    ['encounter BA04', 'facility   HOSPITAL', 'facility   SURGERY', 'claim/mismatched-place 22'],
    ['encounter BA08', '  admitted   2026-11-04\n', '', 'claim/missing-admission-date 21'],
    ['encounter BA08', 'admitted   2026-11-04', 'admitted   2026-11-06', 'claim/invalid-stay 2026-11-06'],
    ['encounter BA01', '  rendering  ABBOTT\n', '', 'claim/missing-rendering BA01'],
    ['encounter W01', '  ordering  ADAMS\n', '', 'claim/missing-ordering E1390'],
    ['encounter Z03', 'auto 2026-10-20 IL', 'auto 2026-10-20', 'claim/missing-accident-state accident   auto 2026-10-20'],
    ['encounter Z03', 'auto 2026-10-20 IL', 'auto 2026-12-20 IL', 'claim/invalid-prior-date 2026-12-20'],
    ['encounter Z02', '  accident   work 2026-11-10\n', '', 'coverage/mismatched-accident FORD', 'claim/missing-accident S46.011A'],
    [
      'encounter BA59',
      'accident   other 2026-11-17',
      'accident   work 2026-11-17',
      'coverage/mismatched-accident accident   work 2026-11-17',
    ],
    ['encounter Z04', '2026111200456', '', 'document/missing-value '],
    ['encounter Z07', 'EARL-1 EARL-2', 'EARL-1 EARL-1', 'claim/duplicate-coverage EARL-1'],
    ['encounter BA50', 'place      10', 'place      11', 'service/mismatched-place 95'],
    ['encounter BA46', 'place      12', 'place      11', 'service/mismatched-place 99349'],
    ['encounter BA45', 'place      32', 'place      11', 'claim/mismatched-place 11', 'service/mismatched-place 99309'],
  ],
  'patients and payers': [
    ['patient ALLEN', 'XYP812345678', '', 'document/missing-value '],
    ['patient ALLEN', 'XYP812345678', 'UNKNOWN', 'coverage/invalid-member UNKNOWN'],
    ['patient ALLEN', 'Allen, Rosa M', 'Rosa Allen', 'patient/invalid-name Rosa Allen'],
    ['patient ALLEN', 'Allen, Rosa M', 'Allen, R0sa', 'patient/invalid-name Allen, R0sa'],
    ['patient ALLEN', '1971-05-04', '2071-05-04', 'patient/invalid-born 2071-05-04'],
    ['patient ALLEN', 'IL 62704-5678', 'IL 92704-5678', 'document/mismatched-zip 92704-5678'],
    ['patient ALLEN', 'IL 62704-5678', 'IL 6270', 'document/invalid-zip 6270'],
    ['patient ALLEN', '217-555-0130', '555-0130', 'document/invalid-phone 555-0130'],
    ['patient DALE', '1EG4TE5MK73', '1EG4TE5MK7', 'coverage/invalid-medicare-id 1EG4TE5MK7'],
    ['patient DALE', '1EG4TE5MK73', '1EGATE5MK73', 'coverage/invalid-medicare-id 1EGATE5MK73'],
    [
      'patient DALE',
      'relationship  self',
      'relationship  spouse',
      'coverage/misplaced-dependent spouse',
      'coverage/missing-subscriber spouse',
    ],
    ['patient KERR', 'relationship  child', 'relationship  self', 'coverage/mismatched-relationship self'],
    ['patient KERR', '2008-02-02', '1980-02-02', 'coverage/invalid-age 1980-02-02'],
    ['encounter Z01', 'patient    QUAN', 'patient    QUAN\n  coverage   QUAN-2', 'coverage/misplaced-medicare-reason QUAN-2'],
    ['practice PRAIRIE', '1000000012', '1000000021', 'provider/invalid-npi 1000000021'],
    ['practice PRAIRIE', '36-7712345', '36-771234', 'provider/invalid-tax-id 36-771234'],
    ['practice PRAIRIE', '62701-2210', '62701', 'provider/invalid-zip 62701'],
    ['practice PRAIRIE', '400 Lakeshore Dr', 'PO Box 400', 'provider/misplaced-po-box PO Box 400'],
    ['provider ADAMS', '207Q00000X', '207Q0000X', 'provider/unknown-taxonomy 207Q0000X'],
    ['provider ADAMS', '1100000011', '110000001', 'provider/invalid-npi 110000001'],
    ['payer BLUE', 'filing         BL', 'filing         BC', 'payer/unknown-filing BC'],
    ['payer BLUE', '  payer-id       54771\n', '', 'payer/missing-payer-id BLUE'],
  ],
  diagnoses: [
    ['encounter BA01', 'G43.009', 'G43.09', 'diagnosis/unknown-code G43.09'],
    [
      'encounter BA01',
      'A  G43.009  Migraine without aura, not intractable, without status migrainosus',
      'A  G43.0',
      'diagnosis/invalid-specificity G43.0',
    ],
    [
      'encounter BA01',
      'A  G43.009  Migraine without aura, not intractable, without status migrainosus',
      'A  346.10',
      'diagnosis/invalid-code 346.10',
    ],
    [
      'encounter BA01',
      'A  G43.009  Migraine without aura, not intractable, without status migrainosus',
      'A  G43.OO9',
      'diagnosis/unknown-code G43.OO9',
    ],
    [
      'encounter Z02',
      'S46.011A  Strain of muscle(s) and tendon(s) of the rotator cuff of right shoulder, initial encounter',
      'S46.011',
      'diagnosis/missing-seventh-character S46.011',
    ],
    ['encounter Z02', 'W11.XXXA  Fall on and from ladder, initial encounter', 'W11.A', 'diagnosis/missing-placeholder W11.A'],
    [
      'encounter Z02',
      'A  S46.011A  Strain of muscle(s) and tendon(s) of the rotator cuff of right shoulder, initial encounter\n    B  W11.XXXA  Fall on and from ladder, initial encounter',
      'A  W11.XXXA\n    B  S46.011A',
      'diagnosis/misplaced-external-cause W11.XXXA',
    ],
    ['encounter BA01', 'G44.52   New daily persistent headache (NDPH)', 'G43.009', 'diagnosis/duplicate-code G43.009'],
    [
      'encounter BA01',
      'New daily persistent headache (NDPH)',
      'New daily persistent headache (NDPH)\n    C  I10',
      'diagnosis/unused-diagnosis C',
    ],
    ['encounter AC3', 'C  E78.00  Pure hypercholesterolemia, unspecified', 'C  E11.42', 'diagnosis/invalid-pair E11.42'],
    ['encounter V03', 'D50.9  Iron deficiency anemia, unspecified', 'B96.20', 'diagnosis/misplaced-secondary-code B96.20'],
    ['encounter Z08', 'Z00.111  Health examination for newborn 8 to 28 days old', 'Z00.110', 'diagnosis/invalid-age Z00.110'],
    [
      'encounter P02',
      'Z00.121  Encounter for routine child health examination with abnormal findings',
      'Z00.01',
      'diagnosis/invalid-age Z00.01',
    ],
    ['encounter BA62', 'N95.0  Postmenopausal bleeding', 'N40.1', 'diagnosis/mismatched-sex N40.1'],
    [
      'encounter O03',
      'Z3A.30   30 weeks gestation of pregnancy',
      'Z3A.30   30 weeks gestation of pregnancy\n    C  Z34.83',
      'diagnosis/invalid-pair Z34.83',
      'diagnosis/misplaced-encounter-code Z34.83',
    ],
    ['encounter AB8', 'Z3A.37  37 weeks gestation of pregnancy', 'Z3A.17', 'diagnosis/mismatched-trimester Z3A.17'],
    [
      'encounter BA66',
      'M75.41  Impingement syndrome of right shoulder',
      'M17.11\n    B  M17.12',
      'diagnosis/unused-diagnosis B',
      'diagnosis/missing-bilateral M17.12',
    ],
    [
      'encounter BA52',
      'A  I10  Essential (primary) hypertension',
      'A  I10\n    B  I50.9',
      'diagnosis/unused-diagnosis B',
      'diagnosis/invalid-pair I50.9',
    ],
    [
      'encounter AF4',
      'A  Z00.00  Encounter for general adult medical examination without abnormal findings\n    B  E11.65  Type 2 diabetes mellitus with hyperglycemia',
      'A  E11.65\n    B  Z00.00',
      'diagnosis/misplaced-encounter-code Z00.00',
      'service/mismatched-diagnosis A',
    ],
    ['encounter Z12', 'U07.1  COVID-19', 'U07.1\n    B  Z20.822', 'diagnosis/invalid-pair Z20.822'],
  ],
  services: [
    ['encounter BA01', '99204  AB', '99204  AC', 'diagnosis/unused-diagnosis B', 'service/unknown-pointer C'],
    ['encounter BA01', '99204  AB', '99204  ABA', 'service/duplicate-pointer A'],
    ['encounter BA01', '99204  AB', '99204    ', 'service/missing-pointer 99204'],
    ['encounter BA01', '99204  AB', '99201  AB', 'service/expired-code 99201', 'service/missing-fee 99201'],
    ['encounter BA01', '99204  AB', '9920  AB', 'service/invalid-code 9920'],
    ['encounter BA01', '99204  AB', '99204  AB  x2', 'service/mismatched-units x2', 'service/mismatched-charge 260.00'],
    ['encounter BA01', '260.00', '0.00', 'claim/invalid-total services', 'service/invalid-charge 0.00'],
    ['encounter BA01', '260.00', '26000.00', 'service/mismatched-charge 26000.00'],
    ['encounter BA01', '99204  AB', '99204-59  AB', 'service/mismatched-modifier 59'],
    ['encounter BA01', '99204  AB', '99204-Q9Q  AB', 'service/unknown-modifier Q9Q'],
    ['encounter BA18', '20610-RT', '20610-RT-RT', 'service/duplicate-modifier RT'],
    ['encounter BA18', '99214-25', '99214', 'service/missing-visit-modifier 99214'],
    ['encounter BA65', '20610-50  A', '20610-50-RT  A', 'service/invalid-modifier-pair RT'],
    ['encounter BA65', '20610-50  A', '20610-50  A  x2', 'service/mismatched-units x2'],
    ['encounter U01', '51798     AB   60.00', '51798     AB   60.00\n    51798     AB   60.00', 'service/duplicate-line 51798'],
    ['encounter A01', '00830-AA-P2', '00830-P2', 'service/missing-anesthesia-modifier 00830'],
    ['encounter A01', 'min65  ', '', 'service/missing-minutes 00830'],
    ['encounter V01', '00006-3026-02', '0006-302-02', 'service/invalid-ndc 0006-302-02'],
    ['encounter P01', '99392-25-EP', '99393-25-EP', 'service/invalid-age 99393', 'service/missing-fee 99393'],
    ['encounter D01', '    17000     A        90.00\n', '', 'ncci/missing-primary 17003'],
    ['encounter Z11', 'G0439-33', '99397-33', 'payer/misplaced-service 99397', 'service/mismatched-charge 160.00'],
    ['encounter BA06', '99406     B', '99406     A', 'service/mismatched-diagnosis A'],
    [
      'encounter X02',
      'Z12.31  Encounter for screening mammogram for malignant neoplasm of breast',
      'N63.11',
      'service/mismatched-diagnosis A',
    ],
    ['encounter M01', 'F33.1  Major depressive disorder, recurrent, moderate', 'I10', 'service/mismatched-diagnosis A'],
    ['encounter H01', '97110-GP-KX', '97110-KX', 'service/missing-medicare-modifier 97110'],
    ['encounter K01', '98941-AT', '98941', 'service/missing-medicare-modifier 98941'],
    ['encounter BA20', 'J1745-JZ', 'J1745', 'service/missing-medicare-modifier J1745'],
    ['encounter W02', 'E0143-NU-KX', 'E0143-KX', 'service/missing-medicare-modifier E0143'],
    ['encounter X01', '74177-26', '74177', 'service/missing-part-modifier 74177'],
    ['encounter BA57', 'G0008', '90471', 'payer/misplaced-service 90471', 'service/mismatched-charge 30.00'],
    ['encounter BA57', '\n    90662  A  75.00', '', 'service/missing-vaccine G0008'],
    ['encounter BA48', 'G0439     A  160.00', '93000     A  45.00', 'service/misplaced-complexity G2211'],
    ['encounter BA28', '11402     A', '17999     A', 'service/missing-description 17999', 'service/missing-fee 17999'],
    ['encounter U02', '55250', '58661', 'service/mismatched-sex 58661', 'service/mismatched-charge 900.00'],
    ['encounter D05', '99214-24', '99214', 'service/missing-global-modifier 99214'],
    ['encounter BA26', '99222-57', '99222', 'service/missing-visit-modifier 99222'],
    [
      'encounter BA43',
      '99232     AB  180.00  date 2026-11-13',
      '99232     AB  180.00  date 2026-11-15',
      'claim/invalid-stay 2026-11-15',
      'service/invalid-date 2026-11-15',
    ],
    [
      'encounter BA43',
      '99232     AB  180.00  date 2026-11-13',
      '99232     AB  180.00  date 2026-11-13\n    99233     AB  220.00  date 2026-11-13',
      'service/duplicate-visit 99233',
    ],
    ['encounter BA57', 'G0008', '90460', 'service/invalid-age 90460', 'service/mismatched-charge 30.00'],
  ],
};

const world = (project: Project): RuleWorld => ({
  workspace: project.workspace,
  codes: codeSets(),
  today: '2026-11-21',
  settings: NO_SETTINGS,
  log(message) {
    throw new Error(message);
  },
});

/** A block of the clinic with a fault in it: its file, and the file's text. */
function withFault([block, right, wrong]: Fault): { uri: string; text: string } {
  const file = files.find(({ text }) => text.includes(`\n${block}\n`));
  assert.ok(file, `there is no ${block}`);
  const start = file.text.indexOf(`\n${block}\n`) + 1;
  const next = /\n\n(?=\S)/.exec(file.text.slice(start));
  const end = next ? start + next.index : file.text.length;
  const own = file.text.slice(start, end);
  assert.equal(own.split(right).length, 2, `“${right}” is not once in ${block}`);
  return { uri: file.uri, text: file.text.slice(0, start) + own.replace(right, () => wrong) + file.text.slice(end) };
}

suite('faults in a clinic', function () {
  const project = new Project();
  for (const { uri, text } of files) project.set(uri, text, 'superbill');

  for (const [group, faults] of Object.entries(FAULTS)) {
    for (const fault of faults) {
      const [block, right, wrong, ...expected] = fault;
      test(`${group}: ${block}, ${wrong.trim() === '' ? `without ${right.trim()}` : wrong.trim().split('\n')[0]}`, () => {
        const { uri, text } = withFault(fault);
        const before = project.superbill(uri)?.source.text ?? '';
        project.set(uri, text, 'superbill');
        const document = project.superbill(uri);
        assert.ok(document);
        const found = checkDocument(document, world(project)).map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
        project.set(uri, before, 'superbill');
        assert.deepEqual(found, expected);
      });
    }
  }
});
