// Every diagnosis is the reason for a service.
import { diagnosisLanding, isExternalCause } from '../../model/diagnosis-codes';
import { rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses', 'lines'],
  severity: 'information',
  since: '0.1.0',
  title: 'Every diagnosis is the reason for a service',
  why: 'A diagnosis that no service points at supports none of them.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV107'],
  paper: '24E',
  transaction: '2400 SV107',
  bad: ['services\n  99213  A  145.00'],
  good: ['services\n  99213  AB  145.00', 'diagnoses\n  A  M17.11\n  B  W19.XXXA\nservices\n  99213  A  145.00'],
  check({ claim, diagnosis: { code, letter, position } }, { report }) {
    if (!code || claim.form !== 'professional' || claim.services.length === 0) return;
    // Causes and circumstances are listed without a service of their own; lines without pointers are told elsewhere.
    if (isExternalCause(code.value) || /^z/i.test(code.value) || claim.services.some((service) => service.pointers.length === 0)) return;
    if (claim.services.some((service) => service.pointed.includes(position))) return;
    // A second diagnosis of the same letter is told elsewhere.
    if (letter && claim.diagnoses.some((one) => one.position < position && one.letter?.value === letter.value)) return;
    report(
      [letter, code],
      `No service points at ${code.value.toUpperCase()}: add its letter to a service, or take it off`,
      diagnosisLanding(position),
    );
  },
});
