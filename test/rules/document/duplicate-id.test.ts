// document/duplicate-id.
import { checkDiagnostics } from '../../kit/check';

suite('document/duplicate-id', () => {
  test('finds it', () => checkDiagnostics(`
provider CURIE
         ^^^^^ error document/duplicate-id: Provider CURIE is also defined in front-desk.practice
  name Curie, Marie A
  npi 1992012348
`));

  test('accepts what is right', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));
});
