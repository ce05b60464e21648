// provider/invalid-zip.
import { checkDiagnostics } from '../../kit/check';
import assert from 'node:assert/strict';
import { PROFESSIONAL_FILE, told } from '../x12/kit';

suite('provider/invalid-zip', () => {
  test('finds it', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701
                                    ^^^^^ error provider/invalid-zip: The ZIP code of a facility has nine digits: 62701-…
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701-1234
`));

  test('of a practice', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701
                                    ^^^^^ error provider/invalid-zip: The ZIP code of a practice has nine digits: 62701-…
  phone 217-555-0100
`));

  test('in a file: an error where another address has nine digits, wherever it stands, else a warning', () => {
    const short = PROFESSIONAL_FILE.replace('627011234', '62701');
    const said = ['provider/invalid-zip [2010AA N403] The ZIP code of a practice has nine digits: 62701-…'];
    assert.deepEqual(told(short, ['error']), said);
    assert.deepEqual(told(short.replace('627045678', '62704'), ['error']), []);
    assert.deepEqual(told(short.replace('627045678', '62704'), ['warning']), said);
  });
});
