// A HCPCS code exists; a CPT code is in the licensed file, where there is one.
import { isCpt, isOutsideCpt, isHcpcs } from '../../model/procedure-codes';
import { nearest } from '../../syntax/superbill/nearest';
import { dayOf } from '../claim-line';
import { replace, rule } from '../rule';

/** Letters that HCPCS has not given out, or only to states until 2003; boards of workers' compensation still use some. */
const NEVER_GIVEN = /^[FINOW-Z]/;

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A service code is in the edition of its day',
  why:
    'A payer refuses a line with a code that does not exist on its day. Where only the starter list is on ' +
    'this machine, the code may be a good one: import the full edition to be sure.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'CMS Medicare Claims Processing Manual, chapter 23, section 20'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  Q9990  AB  12.00'],
  good: ['services\n  J3301  AB', 'services\n  99213  AB'],
  check({ claim, service }, { report, codes, workspace }) {
    const { code } = service,
      day = dayOf(service, claim);
    if (!code || day === undefined) return;
    // Dental codes (D…) are the ADA's and are not shipped.
    const set = code.value.startsWith('D') ? undefined : isHcpcs(code.value) ? 'hcpcs' : isCpt(code.value) ? 'cpt' : undefined;
    if (set === 'hcpcs' && NEVER_GIVEN.test(code.value)) {
      report(code, `There is no service code ${code.value}: HCPCS has no codes that begin with ${code.value[0]}`, {
        severity: claim.coverages[0]?.payer?.filing?.value === 'WC' ? 'warning' : 'error',
      });
      return;
    }
    const answer = set && codes.find(set, code.value, day);
    if (answer?.status !== 'unknown') return;
    // Without the full list, a code that the practice charges for is taken for good, and CPT codes cannot be judged.
    if (answer.unsure && set === 'cpt' && !isOutsideCpt(code.value)) return;
    if (answer.unsure && workspace.fees(code.value).length > 0) return;
    if (answer.unsure && set === 'cpt') {
      report(code, `There is no service code ${code.value}: CPT has no codes of this range`);
      return;
    }
    // A CPT code next to this one may mean quite another service: only drug and supply codes are guessed.
    const near =
      set === 'hcpcs'
        ? nearest(
            code.value,
            workspace
              .allFees()
              .map((fee) => fee.code.value)
              .filter(isHcpcs),
          )
        : undefined;
    const message = answer.unsure
      ? `${code.value} is not in the HCPCS codes on this machine`
      : `There is no service code ${code.value} on ${day}`;
    report(code, `${message}: ${near ? `did you mean ${near}?` : 'check it'}`, {
      severity: answer.unsure ? 'warning' : 'error',
      fixes: near ? [replace(code, near, `Change to ${near}`)] : [],
    });
  },
});
