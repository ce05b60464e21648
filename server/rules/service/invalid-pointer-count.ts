// A service points at four diagnoses at most.
import { cover } from '../../syntax/tree';
import { rule } from '../rule';

export default rule({
  on: 'service',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A service points at four diagnoses at most',
  why: 'There is no room for a fifth: it would be lost.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV107', 'CMS Medicare Claims Processing Manual, chapter 26, item 24E'],
  paper: '24E',
  transaction: '2400 SV107',
  bad: ['diagnoses\n  A  M17.11\n  B  E11.65\n  C  I10\n  D  M17.12\n  E  E78.5\nservices\n  99213  ABCDE  145.00'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65\n  C  I10\n  D  M17.12\n  E  E78.5\nservices\n  99213  ABCD  145.00\n  99213-76  E'],
  check({ service: { pointers } }, { report }) {
    if (pointers.length <= 4) return;
    const [fifth, last] = [pointers[4], pointers[pointers.length - 1]];
    const place = { source: fifth.source, span: cover(fifth.span, last.span) };
    report(place, `A service points at four diagnoses at most, this one at ${pointers.length}`, {
      fixes: [{ title: 'Keep the first four', safe: false, edits: [{ span: place.span, text: '' }] }],
    });
  },
});
