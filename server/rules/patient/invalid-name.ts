// A person's name is written last name first.
import { replace, rule } from '../rule';

export default rule({
  on: 'party',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A person’s name is written: Last, First Middle, in letters',
  why: 'Without the comma the whole name would go out as the last name, and the payer would not find the member.',
  cites: [
    'ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA NM103 and NM104',
    'CMS Medicare Claims Processing Manual, chapter 26, item 2',
  ],
  paper: '2',
  transaction: '2010BA NM103',
  bad: ['name Ann Poe', 'name P0e, Ann'],
  good: ['name Poe, Ann'],
  check({ party: { name }, role }, { report }) {
    if ((role !== 'patient' && role !== 'subscriber') || !name) return;
    if (/\d/.test(name.value.text)) report(name, `A name has no digits: ${name.value.text}`);
    if (name.value.person) return;
    const words = name.value.text.trim().split(/\s+/);
    const suffix = words.length > 2 && /^(jr|sr|ii|iii|iv)\.?$/i.test(words[words.length - 1]) ? words.pop() : undefined;
    const last = [words.pop(), suffix].filter(Boolean).join(' ');
    const ordered = `${last}, ${words.join(' ')}`;
    report(name, 'A name is written: Last, First Middle', {
      fixes: words.length > 0 ? [replace(name, ordered, `Change to ${ordered}`)] : [],
    });
  },
});
