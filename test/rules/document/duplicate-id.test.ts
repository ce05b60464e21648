// document/duplicate-id.
import { checkDiagnostics } from '../../kit/check';

suite('document/duplicate-id', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE
         ^^^^^ error document/duplicate-id: Provider CURIE is also defined in front-desk.practice: give one of them another name
  name Curie, Marie A
  npi 1992012348
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));

  test('both definitions in one file', () =>
    checkDiagnostics(`
provider NEW
         ^^^ error document/duplicate-id: Provider NEW is also defined elsewhere in this file: give one of them another name
  name New, Ann
  npi 1992012348
provider new
         ^^^ error document/duplicate-id: Provider new is also defined elsewhere in this file: give one of them another name
  name New, Bob
  npi 1003000126
`));

  test('an encounter with the name of another', () =>
    checkDiagnostics(`
encounter E0
          ^^ error document/duplicate-id: Encounter E0 is also defined in october.encounter: give one of them another name
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('two coverages of one patient', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
           ^^ error document/duplicate-id: POE has two coverages named C1: give one of them another name
    payer AETNA
    member W1
  coverage C1
           ^^ error document/duplicate-id: POE has two coverages named C1: give one of them another name
    payer AETNA
    member W2
`));
});
