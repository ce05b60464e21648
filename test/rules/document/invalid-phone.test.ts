// document/invalid-phone.
import { checkDiagnostics } from '../../kit/check';

suite('document/invalid-phone', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone 555-0100
        ^^^^^^^^ warning document/invalid-phone: 555-0100 is not a telephone number: ten digits with the area code are needed
`));

  test('finds it (2)', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone 117-555-0100
        ^^^^^^^^^^^^ warning document/invalid-phone: 117-555-0100 is not a telephone number: no area code begins with 1
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone (217) 555-0100
`));

  test('accepts what is right (2)', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone +1 217 555 0100 ext. 12
`));

  test('the practice’s number is an error', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-055-0100
        ^^^^^^^^^^^^ error document/invalid-phone: 217-055-0100 is not a telephone number: no number begins with 0 behind the area code
`));
});
