// provider/mismatched-taxonomy.
import assert from 'node:assert/strict';
import { checkDiagnostics } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('provider/mismatched-taxonomy', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 314000000X
           ^^^^^^^^^^ error provider/mismatched-taxonomy: 314000000X is for organizations, and Curie, Marie A is a person: one of the two is wrong
`));

  test('in a file: an organization may be a hospital, a person may sell equipment', () => {
    const said = (line: string): string[] => told(frameX12(line), ['error']);
    assert.deepEqual(said('PRV*BI*PXC*282N00000X'), []);
    assert.deepEqual(said('PRV*PE*PXC*332B00000X'), []);
    assert.deepEqual(said('PRV*PE*PXC*282N00000X'), [
      'provider/mismatched-taxonomy [2310B PRV03] 282N00000X is for organizations, and CURIE, MARIE is a person: one of the two is wrong',
    ]);
  });
});
