// service/invalid-ndc.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/invalid-ndc', () => {
  test('finds it', () =>
    checkLines(`
services
  J3301  AB  x4  ndc 0003-0293-05 ML1
                     ^^^^^^^^^^^^ error fix service/invalid-ndc: The drug code lacks a leading zero: 00003-0293-05
`));

  test('fix: Change to 00003-0293-05', () =>
    checkLinesFix(
      `
services
  J3301  AB  x4  ndc <|>0003-0293-05 ML1
`,
      `
services
  J3301  AB  x4  ndc 00003-0293-05 ML1
`,
      'Change to 00003-0293-05',
    ));

  test('finds it (2)', () =>
    checkLines(`
services
  J3301  AB  x4  ndc 0003029305 ML1
                     ^^^^^^^^^^ error service/invalid-ndc: 0003029305 is not a drug code: it has eleven digits, in parts of 5, 4 and 2
`));

  test('finds it (3)', () =>
    checkLines(`
services
  J3301  AB  x4  ndc 00003-0293-05 ML0
                     ^^^^^^^^^^^^^^^^^ error service/invalid-ndc: The drug has no quantity: write how much was given, such as ML1
`));

  test('accepts what is right', () =>
    checkLines(`
services
  J3301  AB  x4  ndc 00003-0293-05 ML1
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  J3301  AB  x4  ndc 00003029305 ML1
`));

  test('ten digits in parts of 5, 3 and 2', () =>
    checkLinesFix(
      `
services
  J3301-JZ  AB  x4  ndc <|>00003-293-05 ML1
`,
      `
services
  J3301-JZ  AB  x4  ndc 00003-0293-05 ML1
`,
      'Change to 00003-0293-05',
    ));
});
