// service/mismatched-new-patient.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/mismatched-new-patient', () => {
  test('finds it', () =>
    checkLines(`
services
  99203  AB  180.00  # seen on 2026-10-05 in encounter E0
  ^^^^^ warning fix service/mismatched-new-patient: CURIE saw the patient on 2026-10-05, encounter E0 in october.encounter: not a new patient
  ^^^^^ information service/missing-fee: 99203 is not in the charge master: check the code, or add it to fees
`));

  test('fix: Change to 99213', () =>
    checkLinesFix(
      `
services
  <|>99203  AB  180.00  # seen on 2026-10-05 in encounter E0
`,
      `
services
  99213  AB  180.00  # seen on 2026-10-05 in encounter E0
`,
      'Change to 99213',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
rendering HOUSE
services
  99203  AB  180.00
  ^^^^^ information service/missing-fee: 99203 is not in the charge master: check the code, or add it to fees
`));

  test('more than three years ago', () =>
    checkLines(`
date 2029-10-06
     ^^^^^^^^^^ error claim/invalid-date: The service is dated 2029-10-06, in the future
services
  99203  AB  180.00
  ^^^^^ information service/missing-fee: 99203 is not in the charge master: check the code, or add it to fees
`));
});
