// The same service twice on a day needs a word of explanation.
import type { ClaimService } from '../../model/claim';
import { REPEAT_MODIFIERS, isEvaluation, isSurgery } from '../../model/procedure-codes';
import { type Ranges, isIn } from '../claim-line';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  alike: ['lines'],
  severity: 'warning',
  since: '0.1.0',
  title: 'The same service stands once a day, or says that it is a repeat',
  why:
    'A payer denies the second of two equal lines as a duplicate (reason 18). Several units are one line; a ' +
    'repeat has modifier 76, 77, 91 or 59.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 1, section 120', 'X12 claim adjustment reason code 18'],
  paper: '24D',
  transaction: '2400 SV101',
  bad: ['services\n  99213-25  AB\n  20610-RT  AB\n  20610-RT  AB'],
  good: [
    'services\n  20610-RT  AB\n  20610-RT-76  AB',
    'services\n  20610-RT  AB\n  20610-LT  AB',
    `
date 2026-11-02..2026-11-03
services
  36415  AB  date 2026-11-02
  36415  AB  date 2026-11-03
`,
  ],
  check(claim, { report }) {
    // Dental lines differ by tooth, those of a hospital by department.
    const isDental = claim.form === 'dental';
    if (claim.origin === 'x12' && claim.form === 'institutional') return;
    claim.services.forEach((service, i) => {
      if (!service.code || (isDental && !WHOLE_MOUTH.test(service.code.value))) return;
      const first = claim.services.find((one, j) => j < i && isSame(one, service));
      if (!first) return;
      const written = [service.code.value, ...service.modifiers.map((one) => one.value)].join('-');
      report(
        service.code,
        `${written} is already on line ${first.position}${service.days ? ` on ${service.days.from}` : ''}: make it units of that line, or say what it is with 76, 77, 91 or 59`,
        { severity: isDental || isCopy(first, service) ? 'error' : 'warning' },
      );
    });
  },
});

/** Dental services of the whole mouth, which cannot be done twice on a day: examinations, series of images, cleaning, fluoride. */
const WHOLE_MOUTH = /^D(?:01[2568]0|0210|0330|11[12]0|120[68])$/;
/** Imaging and laboratory work, without the specimens of a pathologist: each is looked at on a line of its own. */
const TESTS: Ranges = [[70010, 87999]];
/** Psychiatric interviews and talks, examinations of the eyes, electrocardiograms, evaluations by therapists, care by a chiropractor. */
const SITTINGS: Ranges = [
  [90791, 90792],
  [90832, 90838],
  [92002, 92014],
  [93000, 93010],
  [97161, 97168],
  [98940, 98943],
];
/** The ride of an ambulance: the way back has other places. */
const RIDE = /^A04(?:2[6-9]|3[0-4])$/;

/** Is the whole line the same? Visits, operations, tests, sittings and rides are then sent twice by mistake; of other services there may be several. */
function isCopy(one: ClaimService, other: ClaimService): boolean {
  const code = one.code?.value ?? '';
  if (!isEvaluation(code) && !isSurgery(code) && !isIn(TESTS, code) && !isIn(SITTINGS, code) && !RIDE.test(code)) return false;
  return one.charged === other.charged && one.units?.value === other.units?.value && one.pointed.join() === other.pointed.join();
}

/** Same code, modifiers, days, clinician and drug, and no word that it is a repeat. */
function isSame(one: ClaimService, other: ClaimService): boolean {
  if (one.code?.value !== other.code?.value || one.modifiers.length !== other.modifiers.length) return false;
  if (one.days?.from !== other.days?.from || one.days?.to !== other.days?.to) return false;
  if (one.rendering?.at.value.toUpperCase() !== other.rendering?.at.value.toUpperCase() || one.ndc?.code.value !== other.ndc?.code.value)
    return false;
  return one.modifiers.every(
    (modifier) => !REPEAT_MODIFIERS.has(modifier.value) && other.modifiers.some((second) => second.value === modifier.value),
  );
}
