// A CLIA number has ten characters with a D in third place.
import { isClia } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'A CLIA number has ten characters, the third a D',
  why: 'Medicare returns laboratory claims whose certificate number is not one (remark MA120).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 16, section 70'],
  paper: '23',
  transaction: '2300 REF*X4',
  bad: ['practice WEST\n  name West Clinic\n  clia 14-1234567'],
  good: ['practice WEST\n  name West Clinic\n  clia 14D1234567'],
  check({ definitions: { practices, facilities } }, { report }) {
    for (const { clia } of [...practices, ...facilities]) {
      if (clia && !isClia(clia.value)) report(clia, `${clia.value} is not a CLIA number: it is written like 14D1234567`);
    }
  },
});
