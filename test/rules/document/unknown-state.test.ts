// document/unknown-state.
import { checkDiagnostics } from '../../kit/check';

suite('document/unknown-state', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield XL 62701
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error document/unknown-state: XL is not a state of the United States
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 62701
`));
});
