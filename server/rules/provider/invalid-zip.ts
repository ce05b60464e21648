// The ZIP code of a practice or facility has nine digits.
import { writesLongZips } from '../../model/habits';
import { rule } from '../rule';

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.1.0',
  title: 'The ZIP code of a practice or facility has nine digits',
  why: 'Claims are refused where the billing address or the place of service has only five. The post office tells the other four.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010AA and 2310C N403'],
  paper: '33',
  transaction: '2010AA N403',
  bad: [
    'facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address 1 Main St, Springfield IL 62701',
    'facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address 1 Main St, Springfield IL 62701-0000',
  ],
  good: ['facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address 1 Main St, Springfield IL 62701-1234'],
  check({ party: { address }, role }, { report }) {
    // A ZIP code of another length has a rule of its own.
    if ((role !== 'practice' && role !== 'facility') || !address) return;
    const { zip } = address.value;
    const landing = role === 'facility' ? { paper: '32', transaction: '2310C N403' } : {};
    if (/^\d{5}-?(?:0000|9999)$/.test(zip.value)) {
      const end = zip.value.slice(-4);
      report(
        { source: address.source, span: zip.span },
        `${end} only fills the place: the post office tells the last four digits of this address`,
        { ...landing, severity: 'warning' },
      );
    }
    if (zip.value.length !== 5) return;
    report({ source: address.source, span: zip.span }, `The ZIP code of a ${role} has nine digits: ${zip.value}-…`, {
      ...landing,
      severity: address.source.language === 'x12' && !writesLongZips(address.source) ? 'warning' : 'error',
    });
  },
});
