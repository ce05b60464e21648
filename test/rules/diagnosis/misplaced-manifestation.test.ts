// diagnosis/misplaced-manifestation.
import { checkLines } from '../../kit/check';

suite('diagnosis/misplaced-manifestation', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  G63
     ^^^ error diagnosis/misplaced-manifestation: G63 is what another disease does: that disease comes first
  B  E11.65
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  E11.65
  B  G63
`));
});
