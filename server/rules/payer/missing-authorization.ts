// A service that the payer wants authorized first has an authorization.
import { rule } from '../rule';

export default rule({
  on: 'service',
  alike: ['head', 'lines'],
  lacks: ['authorization'],
  severity: 'error',
  since: '0.1.0',
  title: 'A service that the payer wants authorized has an authorization',
  why: 'Without the number the payer denies the service (reason 197), and it may not be billed to the patient.',
  cites: ['X12 claim adjustment reason code 197', 'ASC X12N 837P 005010X222A1, loop 2300 REF*G1'],
  paper: '23',
  transaction: '2300 REF*G1',
  bad: ['services\n  70551  AB  900.00'],
  good: ['authorization A123456\nservices\n  70551  AB  900.00', 'services\n  99213-25  AB'],
  check({ claim, service: { code } }, { report }) {
    const payer = claim.coverages[0]?.payer;
    if (!code || !payer || claim.authorization || claim.frequency === '8') return;
    if (payer.authorization.some((one) => one.value === code.value))
      report(code, `${payer.name?.value.text ?? payer.id.value} wants ${code.value} authorized: add authorization and the number`);
  },
});
