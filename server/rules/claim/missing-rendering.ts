// A claim says who gave the service.
import { isCpt, isEvaluation, isImagingOrLaboratory } from '../../model/procedure-codes';
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Specialties of persons: a group that bills with one is no clinic, surgery center or supplier. */
const CLINICIANS = /^(?:1[0135]|2[0-3]|36)/;

export default rule({
  on: 'claim',
  lacks: ['rendering'],
  severity: 'warning',
  since: '0.1.0',
  title: 'A claim of a group says who gave the service',
  why: 'Payers deny services of a group practice that name no clinician (remark N290).',
  cites: ['ASC X12N 837P 005010X222A1, loop 2310B', 'CMS Medicare Claims Processing Manual, chapter 26, item 24J'],
  paper: '24J',
  transaction: '2310B NM109',
  bad: ['no rendering'],
  good: [
    'rendering CURIE',
    'no rendering\nservices\n  99213  AB  145.00  rendering CURIE',
    `
no rendering
services
  36415  AB
  80053  AB
`,
  ],
  check(claim, { report }) {
    // A practice of one person is that person.
    if (claim.form !== 'professional' || claim.rendering || claim.billing?.target?.name?.value.person) return;
    const isFile = claim.origin === 'x12';
    // In a file, nobody named means the billing provider: only Medicare never takes the work of a clinician for that of a group.
    if (isFile && !isForMedicare(claim)) return;
    const isGroup = !isFile || CLINICIANS.test(claim.billing?.target?.taxonomy?.value ?? '');
    const needs = isGroup ? needsClinician : isEvaluation;
    const service = claim.services.find(({ code, rendering }) => code && !rendering && needs(code.value));
    if (!service) return;
    if (isFile) report(claim.head, `Nobody is named who gave ${service.code?.value}: NM1*82 (2310B) is missing`, { severity: 'error' });
    else report(claim.head, 'Nobody is named who gave the services: add rendering and a provider');
  },
});

function needsClinician(code: string): boolean {
  return isCpt(code) && code !== '36415' && !isImagingOrLaboratory(code);
}
