// service/missing-clia.
import { checkLines } from '../../kit/check';

suite('service/missing-clia', () => {
  test('finds it', () => checkLines(`
services
  82962-QW  AB  15.00
  ^^^^^ information service/missing-fee: 82962 is not in the charge master
        ^^ warning service/missing-clia: A waived test needs the CLIA number of RIVERSIDE: none is given there
`));

  test('accepts what is right', () => checkLines(`
services
  82962  AB  15.00
  ^^^^^ information service/missing-fee: 82962 is not in the charge master
`));

  test('an error for Medicare', () => checkLines(`
patient ROE-RICHARD
ordering CURIE
services
  82962-QW  AB  15.00
  ^^^^^ information service/missing-fee: 82962 is not in the charge master
        ^^ error service/missing-clia: A waived test needs the CLIA number of RIVERSIDE: none is given there
`));
});
