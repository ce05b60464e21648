// document/unknown-reference.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('document/unknown-reference', () => {
  test('finds it', () =>
    checkLines(`
rendering CURRIE
          ^^^^^^ error fix document/unknown-reference: There is no provider CURRIE: did you mean CURIE?
`));

  test('fix: Change to CURIE', () =>
    checkLinesFix(
      `
rendering <|>CURRIE
`,
      `
rendering CURIE
`,
      'Change to CURIE',
    ));

  test('finds it (2)', () =>
    checkLines(`
patient NOBODY
        ^^^^^^ error document/unknown-reference: There is no patient NOBODY
`));

  test('finds it (3)', () =>
    checkLines(`
coverage AETNA-2
         ^^^^^^^ error fix document/unknown-reference: DOE-JANE has no coverage AETNA-2: did you mean AETNA-1?
`));

  test('fix: Change to AETNA-1', () =>
    checkLinesFix(
      `
coverage <|>AETNA-2
`,
      `
coverage AETNA-1
`,
      'Change to AETNA-1',
    ));

  test('a name in the place of its id', () =>
    checkLines(`
rendering Dr. Curie
          ^^^^^^^^^ error fix document/unknown-reference: There is no provider Dr. Curie: did you mean CURIE (Curie, Marie A)?
`));

  test('fix: the id of that name', () =>
    checkLinesFix(
      `
rendering <|>Marie Curie
`,
      `
rendering CURIE
`,
      'Change to CURIE (Curie, Marie A)',
    ));

  test('accepts what is right', () =>
    checkLines(`
rendering CURIE
`));

  test('accepts what is right (2)', () =>
    checkLines(`
rendering curie
`));

  test('on a service line and in a coverage', () =>
    checkLines(`
services
  99213  AB  145.00  rendering NOBODY
                               ^^^^^^ error document/unknown-reference: There is no provider NOBODY
`));

  test('the payer of a coverage', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETMA
          ^^^^^ error fix document/unknown-reference: There is no payer AETMA: did you mean AETNA?
    member W1
`));
});
