// A HCPCS code exists; a CPT code is in the licensed file, where there is one.
import { isCpt, isOutsideCpt, isHcpcs } from '../../model/procedure-codes';
import { nearest } from '../../syntax/superbill/nearest';
import { type Ranges, dayOf, isIn } from '../claim-line';
import { replace, rule } from '../rule';

/**
 * Letters and ranges of numbers that HCPCS has not given out, or only to states until 2003; boards of workers' compensation still use
 * some.
 */
const NEVER_GIVEN = /^(?:[FINOW-Z]|.0000$|A3|B[0-3678]|E[4-7]|H[3-9]|K[2-9]|M[2-9]|P[014-68]|R[1-9]|T[06-9]|U[1-9]|V[0136-9])/;

/** Numbers between those of visits that CPT has not, or not any more since long before this day. */
const NO_VISIT: Ranges = [
    [99200, 99200],
    [99206, 99210],
    [99216, 99216],
    [99227, 99230],
    [99237, 99237],
    [99240, 99240],
    [99246, 99250],
    [99256, 99280],
    [99286, 99287],
    [99293, 99303],
    [99311, 99314],
    [99317, 99323],
    [99329, 99333],
    [99346, 99346],
    [99351, 99353],
    [99361, 99362],
    [99369, 99373],
    [99388, 99390],
    [99398, 99400],
    [99413, 99414],
    [99430, 99436],
  ],
  NO_VISIT_SINCE = '2012-01-01';

/** Numbers that stand for a code where there is none: CPT has given out none of them, or not since 2016. */
const FILLERS: Ranges = [
  [10000, 10003],
  [11111, 11111],
  [12345, 12345],
  [19500, 19999],
  [33333, 33333],
  [44444, 44444],
  [66666, 66666],
  [77777, 77777],
  [88888, 88888],
  [98765, 98765],
];
const FILLERS_SINCE = '2016-01-01';
/** Of the codes with a letter behind. */
const FILLED = /^(?:0000|9999)[FMTU]$/;

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
  bad: ['services\n  Q9990  AB  12.00', 'services\n  12345  AB  12.00', 'services\n  9999T  AB  12.00'],
  good: ['services\n  J3301  AB', 'services\n  99213  AB'],
  check({ claim, service }, { report, codes, workspace }) {
    const { code } = service,
      day = dayOf(service, claim);
    if (!code || day === undefined) return;
    // Dental codes (D…) are the ADA's and are not shipped.
    const set = code.value.startsWith('D') ? undefined : isHcpcs(code.value) ? 'hcpcs' : isCpt(code.value) ? 'cpt' : undefined;
    if (set === 'hcpcs' && NEVER_GIVEN.test(code.value)) {
      report(code, `There is no service code ${code.value}: HCPCS has no codes of this range`, {
        severity: claim.coverages[0]?.payer?.filing?.value === 'WC' ? 'warning' : 'error',
      });
      return;
    }
    const answer = set && codes.find(set, code.value, day);
    if (answer?.status !== 'unknown') return;
    // Without the full list, a code that the practice charges for is taken for good, and CPT codes cannot be judged.
    const isOutside =
      isOutsideCpt(code.value) ||
      FILLED.test(code.value) ||
      (day >= NO_VISIT_SINCE && isIn(NO_VISIT, code.value)) ||
      (day >= FILLERS_SINCE && isIn(FILLERS, code.value));
    if (answer.unsure && set === 'cpt' && !isOutside) return;
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
