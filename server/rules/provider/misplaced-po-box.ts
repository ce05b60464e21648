// A practice or facility is at a street, not in a post office box.
import { isBefore5010 } from '../../model/dates';
import { isPostOfficeBox } from '../../model/places';
import { rule } from '../rule';

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.1.0',
  title: 'The address of a practice or facility is a street',
  why: 'A claim with a post office box as billing address is refused. Where payments should go to a box, it is the pay-to address.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010AA N301'],
  paper: '33',
  transaction: '2010AA N301',
  bad: ['facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address PO Box 12, Springfield IL 62701-1234'],
  good: ['facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address 12 Boxwood Ln, Springfield IL 62701-1234'],
  check({ party: { address }, role, day }, { report }) {
    if ((role !== 'practice' && role !== 'facility') || !address) return;
    const { street, second, streetSpan } = address.value;
    if (!isPostOfficeBox(street) && !isPostOfficeBox(second ?? '')) return;
    const place = { source: address.source, span: isPostOfficeBox(street) ? streetSpan : address.span };
    report(
      place,
      role === 'practice'
        ? 'A billing address is a street: a post office box belongs in pay-to'
        : 'A place of service is a street, not a post office box',
      { ...(role === 'facility' && { paper: '32', transaction: '2310C N301' }), severity: isBefore5010(day) ? 'warning' : 'error' },
    );
  },
});
