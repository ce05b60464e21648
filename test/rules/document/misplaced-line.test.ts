// document/misplaced-line.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('document/misplaced-line', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  npi 1992012348
name Curie, Marie A
^^^^^^^^^^^^^^^^^^^ warning fix document/misplaced-line: “name” belongs to the block above: it must be indented
`));

  test('fix: Correct the indent', () =>
    checkFix(
      `provider CURIE2
  npi 1992012348
<|>name Curie, Marie A`,
      `provider CURIE2
  npi 1992012348
  name Curie, Marie A`,
      'Correct the indent',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  npi 1992012348
  name Curie, Marie A
`));
});
