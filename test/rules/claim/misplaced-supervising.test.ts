// claim/misplaced-supervising.
import { checkLines } from '../../kit/check';

suite('claim/misplaced-supervising', () => {
  test('finds it', () =>
    checkLines(`
rendering CURIE
supervising CURIE
            ^^^^^ error claim/misplaced-supervising: The supervising provider is the rendering provider: leave it out, or name who gave the service
`));

  test('accepts what is right', () =>
    checkLines(`
rendering CURIE
supervising HOUSE
`));
});
