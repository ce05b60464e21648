// What most often makes receivers reject a claim is refused before it goes out, or cannot be written at all.
import assert from 'node:assert/strict';
import { prepareClaim } from '../../server/claims/generate';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';
import { fileOf, segments } from './kit';

/** The rules that refuse the first encounter, and the words on which they stand. */
function refusals(encounter: string, practice = PRACTICE): string[] {
  const document = readDocument(encounter);
  const world = worldOf([readDocument(practice, 'file:///practice/front-desk.practice'), document]);
  const { findings, refused } = prepareClaim(document.definitions.encounters[0], world);
  const errors = findings.filter((one) => one.severity === 'error');
  assert.equal(refused, errors.length > 0);
  return [...new Set(errors.map(({ rule, source, span }) => `${rule} ${source.text.slice(span.start, span.end)}`))];
}

const visit = (from: string, to: string): string => ENCOUNTER.replace(from, to);
const add = (line: string): string => visit('  place ', `  ${line}\n  place `);
const office = (from: string, to: string): string => PRACTICE.replace(from, to);
const TWO = office('  coverage AETNA-1', '  coverage OTHER\n    payer   MEDICARE\n    member  1EG4TE5MK73\n  coverage AETNA-1');
const paid = (lines: string): string => `${ENCOUNTER}\n  adjudicated OTHER 2026-11-20 ${lines}\n`;

const CASES: [situation: string, refused: string, encounter: string, practice?: string][] = [
  ['the billing address is no post office box', 'provider/misplaced-po-box PO Box 12', ENCOUNTER, office('100 Main St', 'PO Box 12')],
  ['the billing ZIP has nine digits', 'provider/invalid-zip 62701', ENCOUNTER, office('62701-1234', '62701')],
  ['the ZIP of the facility has nine digits', 'provider/invalid-zip 62702', add('facility SURGICENTER'), office('62702-3344', '62702')],
  ['a line has a charge', 'service/missing-charge 99499', visit('20610-RT  A   110.00', '99499  A')],
  ['the total is above zero', 'claim/invalid-total services', visit('145.00', '0.00').replace('110.00', '0.00')],
  ['a pointer leads to a diagnosis', 'service/unknown-pointer C', visit('AB  145.00', 'AC  145.00').replace('RT  A ', 'RT  B ')],
  [
    'no diagnosis twice',
    'diagnosis/duplicate-code E11.65',
    visit('  services', '    C  E11.65  Type 2 diabetes mellitus with hyperglycemia\n\n  services'),
  ],
  [
    'an external cause is not first',
    'diagnosis/misplaced-external-cause W19.XXXA',
    visit('A  M17.11  Unilateral primary osteoarthritis, right knee', 'A  W19.XXXA  Unspecified fall, initial encounter'),
  ],
  ['the check digit of an NPI', 'provider/invalid-npi 1234567894', ENCOUNTER, office('1234567893', '1234567894')],
  ['a taxonomy code', 'provider/unknown-taxonomy 207Q00000', ENCOUNTER, office('207Q00000X', '207Q00000')],
  ['a drug code has eleven digits', 'service/invalid-ndc 1234-5', visit('20610-RT  A   110.00', 'J3301-JZ  A  x4  48.00  ndc 1234-5 ML1')],
  ['a telephone number', 'document/invalid-phone 017-555-0100', ENCOUNTER, office('217-555-0100', '017-555-0100')],
  ['a service code is known on its day', 'service/expired-code Q0999', visit('20610-RT  A   110.00', 'Q0999  A  10.00')],
  ['a member id', 'coverage/missing-member AETNA-1', ENCOUNTER, office('    member        W123456789\n', '')],
  ['no modifier twice on a line', 'service/duplicate-modifier RT', visit('20610-RT', '20610-RT-RT')],
  ['a replacement names the claim', 'document/missing-value ', add('replaces')],
  [
    'admission to a hospital has its day',
    'claim/missing-admission-date 21',
    visit('place      11', 'place      21\n  facility   SURGICENTER'),
  ],
  ['an accident has its day', 'claim/missing-accident-date accident   other', add('accident   other')],
  ['an accident with a car has its state', 'claim/missing-accident-state accident   auto 2026-10-30', add('accident   auto 2026-10-30')],
  ['a late claim says why with a known code', 'claim/unknown-delay-reason 12', add('delay-reason 12')],
  ['Medicare behind another says why', 'coverage/missing-medicare-reason OTHER', add('coverage AETNA-1 OTHER'), TWO],
  [
    'lines of an earlier payer add up',
    'claim/mismatched-adjudication line 1 paid 70.00 CO-45 50.00',
    paid('paid 120.00\n    line 1 paid 70.00 CO-45 50.00\n    line 2 paid 50.00 CO-45 60.00'),
    TWO,
  ],
  [
    'the claim of an earlier payer adds up to its lines',
    'claim/mismatched-adjudication 119.00',
    paid('paid 119.00\n    line 1 paid 70.00 CO-45 75.00\n    line 2 paid 50.00 CO-45 60.00'),
    TWO,
  ],
  ['an id goes out as it is: of a member', 'x12/invalid-character W12*345', ENCOUNTER, office('W123456789', 'W12*345')],
  ['an id goes out as it is: of an authorization', 'x12/invalid-character A:1', add('authorization A:1')],
  ['an id goes out as it is: of the earlier claim', 'x12/invalid-character A^1', add('replaces A^1')],
  ['an id goes out as it is: of a line', 'x12/invalid-character L~1', visit('110.00', '110.00  line L~1')],
  [
    'an id goes out as it is: of the submitter',
    'x12/invalid-length RIVERSIDE-FAMILY-01',
    ENCOUNTER,
    office('RIV001', 'RIVERSIDE-FAMILY-01'),
  ],
  ['an id of the envelope has two signs', 'x12/invalid-length R', ENCOUNTER, office('RIV001', 'R')],
  ['an id of a line has thirty signs at most', `x12/invalid-length ${'L'.repeat(31)}`, visit('110.00', `110.00  line ${'L'.repeat(31)}`)],
  ['an earlier payer’s decision has its day', 'document/invalid-value paid', paid('paid 120.00').replace('2026-11-20 ', ''), TWO],
];

suite('situations in which receivers reject', () => {
  for (const [situation, refused, encounter, practice] of CASES) {
    test(situation, () => {
      const found = refusals(encounter, practice);
      assert.ok(
        found.some((one) => one === refused),
        `${refused} is not among ${found.join(', ') || 'none'}`,
      );
    });
  }

  test('who takes assignment, and who signs for benefits', () => {
    for (const [line, expected] of [
      ['', 'Y*A*Y*Y'],
      ['assignment no', 'Y*C*N*Y'],
      ['assignment lab-only', 'Y*B*Y*Y'],
    ]) {
      assert.ok(segments(fileOf(add(line)), 'CLM')[0].endsWith(`:1*${expected}`), line);
    }
  });

  test('the rendering provider is named only where another one bills', () => {
    assert.equal(segments(fileOf(ENCOUNTER), 'NM1*82').length, 1);
    assert.equal(segments(fileOf(ENCOUNTER, PRACTICE.replace('1992012348', '1234567893')), 'NM1*82').length, 0);
  });

  test('forms that are no longer taken cannot be written', () => {
    assert.deepEqual(
      ['PWK', 'FRM', 'LQ', 'CR3'].flatMap((id) => segments(fileOf(ENCOUNTER), id)),
      [],
    );
  });
});
