// An add-on service is paid only beside the service that it adds to.
import type { CodeSets } from '../../../codesets/code-set';
import { cptNumber } from '../../model/procedure-codes';
import { rule } from '../rule';

/** Add-on services that are billed every day, with the services to which they are added: for machines without CMS's list. */
const EVERYDAY: Readonly<Record<string, readonly (string | readonly [from: number, to: number])[]>> = {
  '11045': ['11042'],
  '11046': ['11043'],
  '11047': ['11044'],
  '11201': ['11200'],
  '11732': ['11730'],
  '17003': ['17000'],
  '64480': ['64479'],
  '64484': ['64483'],
  '64491': ['64490'],
  '64494': ['64493'],
  '90461': ['90460'],
  '90472': ['90460', '90471', '90473'],
  '90474': ['90460', '90471', '90473'],
  '90833': [[99202, 99499]],
  '90836': [[99202, 99499]],
  '90838': [[99202, 99499]],
  '96366': ['96365'],
  '96368': [[96365, 96425]],
  '97811': ['97810'],
  '97814': ['97810', '97813'],
  '99292': ['99291'],
  '99417': ['99205', '99215', '99245', '99345', '99350', '99483'],
  G2211: [[99202, 99215]],
  G2212: ['99205', '99215', '99483'],
};

export default rule({
  on: 'claim',
  forms: ['professional', 'institutional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'An add-on service stands beside the service that it adds to',
  why:
    'An add-on is never paid alone: without its primary service from the same clinician on that day, the line is denied (reason 107 or ' +
    'B15).',
  cites: [
    'CMS Medicare NCCI Policy Manual, chapter I, section R',
    'CMS NCCI add-on code edits',
    'X12 claim adjustment reason codes 107 and B15',
  ],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: [
    'services\n  99292  AB  150.00',
    'services\n  11045  AB  40.00\n  11043  AB  80.00',
    'services\n  G2211  AB  16.00\n  20610-RT  A  110.00',
  ],
  good: [
    'services\n  99291  AB  300.00\n  99292  AB  150.00',
    'services\n  11042  AB  120.00\n  11045  AB  40.00',
    'services\n  99213  AB  145.00\n  G2211  AB  16.00',
    // The contractor says what this one is added to.
    'services\n  0174T  AB  40.00',
  ],
  check(claim, { report, codes, workspace }) {
    for (const { code, days } of claim.services) {
      const day = days?.from ?? claim.day;
      if (!code || day === undefined) continue;
      const primaries = primariesOf(code.value, day, codes);
      if (!primaries) continue;
      const here = claim.services.some((one) => one.code && primaries.fits(one.code.value));
      const { encounter } = claim;
      const beside =
        !here &&
        encounter?.patient &&
        workspace
          .encountersOf(encounter.patient.value)
          .some(
            (other) =>
              other.date &&
              other.date.value.from <= day &&
              day <= other.date.value.to &&
              other.services.some((one) => one.code && primaries.fits(one.code.value)),
          );
      if (here || beside) continue;
      report(
        code,
        `${code.value} is an add-on: it is paid only beside ${primaries.says}`,
        primaries.sure ? {} : { severity: 'information' },
      );
    }
  },
});

interface Primaries {
  readonly fits: (code: string) => boolean;
  readonly says: string;
  /** False where the payer's contractor may allow others. */
  readonly sure: boolean;
}

/** Undefined for a service that is no add-on, or whose primary services nobody here can know. */
function primariesOf(code: string, day: string, codes: CodeSets): Primaries | undefined {
  const listed = codes.fact('hcpcs', 'add-ons', code, day);
  if (listed) {
    const all = (listed.primaries ?? '').split('\n').filter(Boolean);
    return all.length === 0 ? undefined : { fits: (one) => all.includes(one), says: words(all), sure: listed.type === '1' };
  }
  if (!Object.hasOwn(EVERYDAY, code)) return undefined;
  const known = EVERYDAY[code];
  return {
    fits: (one) =>
      known.some((primary) =>
        typeof primary === 'string' ? primary === one : cptNumber(one) >= primary[0] && cptNumber(one) <= primary[1],
      ),
    says: words(known.map((primary) => (typeof primary === 'string' ? primary : `${primary[0]} to ${primary[1]}`))),
    sure: true,
  };
}

/** `A, B or C`; of a long list only the first. */
function words(all: readonly string[]): string {
  if (all.length === 1) return all[0];
  if (all.length > 6) return `${all.slice(0, 5).join(', ')} or one of ${all.length - 5} others`;
  return `${all.slice(0, -1).join(', ')} or ${all[all.length - 1]}`;
}
