// document/invalid-zip.
import assert from 'node:assert/strict';
import { checkDiagnostics } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('document/invalid-zip', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 6270
                                      ^^^^ error document/invalid-zip: A ZIP code has five or nine digits, 6270 has 4
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 62701
`));

  test('a ZIP code of zeros is nowhere', () => {
    const about = (zip: string) => told(frameX12(`N4*SPRINGFIELD*IL*${zip}`)).filter((one) => one.startsWith('document/invalid-zip'));
    assert.equal(about('000000000').length, 1);
    assert.deepEqual(about('005011234'), []);
  });
});
