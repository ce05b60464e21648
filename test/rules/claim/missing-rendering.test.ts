// claim/missing-rendering.
import assert from 'node:assert/strict';
import { checkDiagnostics, checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('claim/missing-rendering', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ warning claim/missing-rendering: Nobody is named who gave the services: add rendering and a provider
  patient    DOE-JANE
  date       2026-11-02
  place      11
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('accepts what is right', () =>
    checkLines(`
rendering CURIE
`));

  test('accepts what is right (2)', () =>
    checkLines(`
no rendering
services
  99213  AB  145.00  rendering CURIE
`));

  test('accepts what is right (3)', () =>
    checkLines(`
no rendering
services
  36415  AB
  80053  AB
`));

  test('a practice of one person needs none', () =>
    checkDiagnostics(`
practice WEST
  name West, Ann
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter E1
  practice   WEST
  patient    DOE-JANE
  date       2026-11-02
  place      11
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('in a file Medicare wants to know who gave a service, others take the billing provider', () => {
    const about = (filing: string, code: string, taxonomy = '207Q00000X') =>
      told(frameX12(`PRV*BI*PXC*${taxonomy}\nSBR*P*18*******${filing}\nno NM1*82\nno PRV*PE\nSV1*HC:${code}*145*UN*1***1`), [
        'error',
      ]).filter((one) => one.startsWith('claim/missing-rendering'));
    assert.deepEqual(about('MB', '99213'), [
      'claim/missing-rendering [2300 CLM01] Nobody is named who gave 99213: NM1*82 (2310B) is missing',
    ]);
    assert.deepEqual([...about('CI', '99213'), ...about('MB', '66984', '261QA1903X')], []);
    assert.equal(about('MB', '66984').length, 1);
  });
});
