// Giving a vaccine stands beside the vaccine.
import { dayOf, isIn } from '../claim-line';
import { rule } from '../rule';

const GIVING = new Set(['90460', '90471', '90473', '90480', 'G0008', 'G0009', 'G0010']);
/** Vaccines by CPT, those against covid, and the few with a HCPCS code. */
const VACCINES = [
  [90476, 90759],
  [91300, 91323],
] as const;
const NAMED = /^(?:Q203[3-9]|J3530|M0201)$/;

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'Giving a vaccine stands beside the vaccine',
  why: 'Payers deny the giving without the vaccine (reason 107), also where the state supplies it: then the vaccine stands there for 0.00.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 18, section 10.2', 'X12 claim adjustment reason code 107'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['diagnoses\n  A  Z23\nservices\n  90471  A  35.00'],
  good: [
    'diagnoses\n  A  Z23\nservices\n  90471  A  35.00\n  90686  A  0.00',
    'diagnoses\n  A  Z23\nservices\n  G0008  A  30.00\n  Q2039  A  20.00',
  ],
  check(claim, { report, workspace }) {
    for (const service of claim.services) {
      const { code } = service,
        day = dayOf(service, claim);
      if (!code || !GIVING.has(code.value)) continue;
      const isGiven = (one: { readonly code?: { readonly value: string } }): boolean => one.code !== undefined && isVaccine(one.code.value);
      const beside = claim.encounter?.patient ? workspace.encountersOf(claim.encounter.patient.value) : [];
      if (claim.services.some(isGiven) || beside.some(({ date, services }) => date?.value.from === day && services.some(isGiven))) return;
      report(code, `${code.value} gives a vaccine, but none is on the claim: add its code, for 0.00 if it was supplied`);
      return;
    }
  },
});

function isVaccine(code: string): boolean {
  return NAMED.test(code) || isIn(VACCINES, code);
}
