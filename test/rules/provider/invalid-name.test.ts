// provider/invalid-name.
import { checkDiagnostics, checkFix } from '../../kit/check';

const provider = (name: string): string => `provider CURIE2
  name ${name}
  npi 1992012348`;

suite('provider/invalid-name', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Marie A Curie MD
       ^^^^^^^^^^^^^^^^ warning fix provider/invalid-name: A clinician’s name is written: Last, First Middle
  npi 1992012348
`));

  for (const name of ['Marie A Curie MD', 'Dr. Marie A Curie', 'dr Marie A Curie PhD']) {
    test(`fix: ${name}`, () => checkFix(provider(`<|>${name}`), provider('Curie, Marie A'), 'Change to Curie, Marie A'));
  }

  for (const name of [
    'Curie, Marie A',
    'Curie, Marie A, MD',
    'Springfield Imaging',
    'Springfield Dermatology PA',
    'Dr. House',
    'Curie and Sons of Springfield MD',
  ]) {
    test(`accepts ${name}`, () => checkDiagnostics(`\n${provider(name)}\n`));
  }
});
