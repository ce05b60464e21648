// claim/invalid-note.
import { checkLines } from '../../kit/check';

suite('claim/invalid-note', () => {
  test('finds it', () =>
    checkLines(`
claim-note The patient moved between the two visits. The patient moved between the two visits.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning claim/invalid-note: This note has 83 characters: 80 fit on the claim, the rest is cut off
`));

  test('accepts what is right', () =>
    checkLines(`
claim-note The patient moved between the two visits.
`));
});
