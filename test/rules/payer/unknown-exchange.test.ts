// payer/unknown-exchange.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('payer/unknown-exchange', () => {
  test('finds it', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange trainig
           ^^^^^^^ error fix payer/unknown-exchange: There is no exchange trainig: training, folder, sftp, core or rest
`));

  test('fix: Change to training', () =>
    checkFix(
      `payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange <|>trainig`,
      `payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange training`,
      'Change to training',
    ));

  test('finds it (2)', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange fax
           ^^^ error payer/unknown-exchange: There is no exchange fax: training, folder, sftp, core or rest
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange training
`));
});
