// Medicare wants to know who ordered tests, images and supplies.
import { isImagingOrLaboratory } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['head', 'lines'],
  lacks: ['ordering', 'referring'],
  severity: 'error',
  since: '0.1.0',
  title: 'Tests, images and equipment billed to Medicare name who ordered them',
  why: 'Medicare denies them without an ordering or referring provider (remarks N264 and N265), also where it is the same person.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 26, item 17', '42 CFR 424.507'],
  paper: '17',
  transaction: '2420E NM109',
  bad: ['patient ROE-RICHARD\nservices\n  80053  AB'],
  good: [
    'patient ROE-RICHARD\nservices\n  77067  AB  220.00',
    'patient ROE-RICHARD\nordering CURIE\nservices\n  80053  AB',
    'services\n  80053  AB',
  ],
  check(claim, { report }) {
    if (claim.ordering || claim.referring || claim.coverages[0]?.payer?.filing?.value !== 'MB') return;
    const line = claim.services.find(
      ({ code, ordering }) => code && !ordering && (isOrdered(code.value) || /^[EKL]\d{4}$/.test(code.value)),
    );
    const words = claim.origin === 'x12' ? 'an ordering (2420E) or referring provider (2310A) is missing' : 'add ordering or referring';
    if (line?.code) report(line.code, `Medicare wants to know who ordered ${line.code.value}: ${words}`);
  },
});

/** Imaging and laboratory tests. Screening of the breast needs no order, and radiation is treatment. */
function isOrdered(code: string): boolean {
  return isImagingOrLaboratory(code) && code !== '77063' && code !== '77067' && !(code >= '77261' && code <= '77799');
}
