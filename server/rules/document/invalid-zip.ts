// A ZIP code has five or nine digits.
import { replace, rule } from '../rule';

/** The post office begins with 005. */
const NOWHERE = /^00[0-4]/;

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.1.0',
  title: 'A ZIP code has five or nine digits',
  why: 'Payers refuse a claim with a ZIP code that the post office does not have.',
  cites: ['ASC X12N 837P 005010X222A1, N403'],
  transaction: 'N403',
  bad: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  address 100 Main St, Springfield IL 6270'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  address 100 Main St, Springfield IL 62701'],
  check({ party: { address }, role }, { report }) {
    if (!address) return;
    const { zip } = address.value;
    if (address.source.language === 'x12') {
      // One that is absent is told by the guide's check.
      const isZip = /^\d{5}(\d{4})?$/.test(zip.value);
      if (zip.value === '' || (isZip && !NOWHERE.test(zip.value))) return;
      const digits = zip.value.replace(/\D/g, '');
      const place = { source: address.source, span: zip.span };
      report(place, isZip ? `There is no ZIP code ${zip.value}` : `A ZIP code has five or nine digits, not ${zip.value}`, {
        severity: role === 'other' ? 'warning' : 'error',
        fixes: /^\d{5}-\d{4}$/.test(zip.value) ? [replace(place, digits, `Change to ${digits}`, true)] : [],
      });
      return;
    }
    if (zip.value.length === 5 || zip.value.length === 9) return;
    report({ source: address.source, span: zip.span }, `A ZIP code has five or nine digits, ${zip.value} has ${zip.value.length}`);
  },
});
