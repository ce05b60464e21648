// document/duplicate-field.
import { checkDiagnostics, checkFix, checkLines } from '../../kit/check';

suite('document/duplicate-field', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  npi 1003000126
  ^^^ error fix document/duplicate-field: “npi” is given twice: the first one counts
`));

  test('fix: Remove this line', () =>
    checkFix(
      `provider CURIE2
  name Curie, Marie A
  npi 1992012348
  <|>npi 1003000126`,
      `provider CURIE2
  name Curie, Marie A
  npi 1992012348
`,
      'Remove this line',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));

  test('a different second value is not removed by itself', () =>
    checkLines(`
place 11
place 12
^^^^^ error fix document/duplicate-field: “place” is given twice: the first one counts
`));

  test('sections may be continued', () =>
    checkLines(`
services
  99213-25  AB
services
  20610-RT  A
`));

  test('a payer may have several lists of services', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  authorization 70551
  authorization 70552
`));
});
