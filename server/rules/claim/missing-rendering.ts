// A claim says who gave the service.
import { isCpt, isImagingOrLaboratory } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
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
    // On an X12 claim, nobody named means the billing provider; a practice of one person is that person.
    if (claim.origin !== 'encounter' || claim.form !== 'professional' || claim.rendering || claim.billing?.target?.name?.value.person)
      return;
    const needs = claim.services.some(
      ({ code, rendering }) => code && !rendering && isCpt(code.value) && code.value !== '36415' && !isImagingOrLaboratory(code.value),
    );
    if (needs) report(claim.head, 'Nobody is named who gave the services: add rendering and a provider');
  },
});
