// Where the policy holder is the patient, the file says so.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'Where the policy holder is the patient, the relationship is 18',
  why: 'A claim below the policy holder with no relationship names no patient: it is refused.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR02'],
  paper: '6',
  transaction: '2000B SBR02',
  bad: ['SBR*P**0098765******CI'],
  good: ['SBR*P*18*0098765******CI'],
  check({ sent }, { report }) {
    if (!sent?.subscriber || sent.dependent || sent.subscriber.relationship.value !== '') return;
    const { relationship, order } = sent.subscriber;
    const at = relationship.span.start > order.span.end ? relationship : order;
    report(at, 'The policy holder is the patient: the relationship must be 18', {
      fixes:
        at === relationship ? [{ title: 'Set the relationship to 18', safe: false, edits: [{ span: relationship.span, text: '18' }] }] : [],
    });
  },
});
