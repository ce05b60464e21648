// Services outside the practice say where.
import type { Claim } from '../../model/claim';
import { rule } from '../rule';

/** It may bill for itself: only of those who surely work elsewhere it is asked. */
const SURGERY_CENTER = '24';
/** Places that no practice is: hospitals, nursing homes, institutions. */
const OUTSIDE: Readonly<Record<string, string>> = {
  21: 'a hospital',
  22: 'a hospital',
  23: 'an emergency room',
  [SURGERY_CENTER]: 'a surgery center',
  31: 'a nursing facility',
  34: 'a hospice',
  51: 'a psychiatric hospital',
  61: 'a rehabilitation hospital',
};

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['head', 'lines'],
  lacks: ['facility'],
  severity: 'warning',
  since: '0.1.0',
  title: 'Services outside the practice say where',
  why: 'The name and address of the place go on the claim where it is not the address of the practice.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2310C', 'CMS Medicare Claims Processing Manual, chapter 26, item 32'],
  paper: '32',
  transaction: '2310C NM103',
  bad: ['place 22'],
  good: ['place 24\nfacility SURGICENTER', 'place 11', 'place 12'],
  check(claim, { report }) {
    if (claim.facility || !claim.place) return;
    const where = OUTSIDE[claim.place.value];
    if (where && (claim.place.value !== SURGERY_CENTER || isOfOffice(claim)))
      report(
        claim.place,
        `Place ${claim.place.value} is ${where}: ${claim.origin === 'x12' ? 'its name and address (2310C) are missing' : 'name it as facility'}`,
        { severity: isOfOffice(claim) ? 'error' : 'warning' },
      );
  },
});

/** Taxonomies of hospitals, nursing homes and other institutions: the place may be their own address. */
const INSTITUTIONS = /^(?:26|27|28|31|32)/;

/** Does somebody bill who surely works elsewhere? */
function isOfOffice({ billing }: Claim): boolean {
  const taxonomy = billing?.target?.taxonomy?.value;
  return taxonomy !== undefined && !INSTITUTIONS.test(taxonomy);
}
