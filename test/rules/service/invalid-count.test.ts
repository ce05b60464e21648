// service/invalid-count.
import { checkLines } from '../../kit/check';

const FIFTY = '  36415-91  AB\n'.repeat(50);

suite('service/invalid-count', () => {
  test('finds the fifty-first line', () =>
    checkLines(`
services
${FIFTY}  36415-91  AB
  ^^^^^ error service/invalid-count: A professional claim holds 50 services: this is number 51
`));

  test('says it once', () =>
    checkLines(`
services
${FIFTY}  36415-91  AB
  ^^^^^ error service/invalid-count: A professional claim holds 50 services: this is number 51
  36415-91  AB
`));

  test('accepts fifty', () =>
    checkLines(`
services
${FIFTY}`));
});
