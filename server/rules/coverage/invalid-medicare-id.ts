// A Medicare number has its own form.
import { isMedicare, isMedicareId } from '../../model/identifiers';
import { replace, rule } from '../rule';

export default rule({
  on: 'coverage',
  severity: 'error',
  since: '0.1.0',
  title: 'A Medicare number has eleven characters in their order',
  why: 'Medicare refuses a claim with a number of another form, such as the old one built on the social security number.',
  cites: ['CMS, Understanding the Medicare Beneficiary Identifier format', 'ASC X12N 837P 005010X222A1, loop 2010BA NM109'],
  paper: '1a',
  transaction: '2010BA NM109',
  bad: ['coverage C1\n  payer MEDICARE\n  member 1EG4-TE5-MK73', 'coverage C1\n  payer MEDICARE\n  member 123456789A'],
  good: ['coverage C1\n  payer MEDICARE\n  member 1EG4TE5MK73', 'coverage C1\n  payer AETNA\n  member 123456789A'],
  check({ coverage: { payer, member }, payer: named, day }, { report, workspace }) {
    const filing = (named ?? (payer && workspace.find('payer', payer.value)))?.filing?.value;
    if (!payer || !member || !isMedicare(filing) || isMedicareId(member.value)) return;
    // Until then the old numbers were good, too.
    if (day !== undefined && day < '2020-01-01') return;
    const plain = member.value.toUpperCase().replace(/[\s-]/g, '');
    if (isMedicareId(plain))
      report(member, `A Medicare number is written without hyphens and in capitals: ${plain}`, {
        fixes: [replace(member, plain, `Change to ${plain}`, true)],
      });
    else report(member, `${member.value} is not a Medicare number: it is like 1EG4TE5MK73, never with S, L, O, I, B or Z`);
  },
});
