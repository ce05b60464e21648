// service/missing-global-modifier.
import { checkDiagnostics } from '../../kit/check';

suite('service/missing-global-modifier', () => {
  const operation = (modifiers: string): string => `
encounter E7
  patient    DOE-JANE
  date       2026-10-20
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    27447-RT${modifiers}  A  4800.00
    ^^^^^ information service/missing-fee: 27447 is not in the charge master: check the code, or add it to fees
`;
  const visit = (modifiers: string): string => `
encounter E8
  patient    DOE-JANE
  date       2026-11-10
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213${modifiers}  A  145.00
`;

  test('finds it on the visit', () =>
    checkDiagnostics(`${operation('')}${visit('')}    ^^^^^ warning fix service/missing-global-modifier: 99213 is within 90 days of 27447 on 2026-10-20, encounter E7: it is paid with it unless 24 says that it was for something else
`));

  test('with 24, or where another looks after the patient', () => {
    checkDiagnostics(`${operation('')}${visit('-24')}`);
    checkDiagnostics(`${operation('-54')}${visit('')}`);
  });

  test('an operation that was taken back', () =>
    checkDiagnostics(`${operation('').replace('  date ', '  voids      2026102000017\n  date ')}${visit('')}`));
});
