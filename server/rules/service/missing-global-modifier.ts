// A visit in the days after an operation says that it was for something else.
import { addDays, daysBetween } from '../../model/dates';
import type { Encounter } from '../../model/definitions';
import { sameId } from '../../model/resolve';
import { fileName } from '../../model/value';
import { clinicianOf, dayOf, isIn } from '../claim-line';
import { daysAfter } from '../global-days';
import { addModifier, rule } from '../rule';

const VISITS = [
  [99202, 99215],
  [99221, 99239],
  [99304, 99310],
  [99341, 99350],
] as const;
/** 24 unrelated, 25 with another procedure, 57 decision for an operation, 78 and 79 operated again, 55 care after another's operation. */
const APART = new Set(['24', '25', '57', '78', '79', '55']);
/** Codes of operations. */
const FIRST = '10000',
  LAST = '69999';
/** Days. */
const LONGEST = 90;
/** Who did only the operation, or helped, owes no care afterwards; what is not paid has none. */
const NO_CARE_AFTER = new Set(['54', '80', '81', '82', 'AS', '53', '73', '74', 'GX', 'GY', 'GZ']);

export default rule({
  on: 'service',
  forms: ['professional'],
  only: 'encounter',
  severity: 'warning',
  since: '0.2.0',
  title: 'A visit in the days after an operation has modifier 24, or is 99024',
  why:
    'Ten or ninety days of care are paid with the operation: a visit to the surgeon in that time is denied unless it was for something ' +
    'else (reason 97).',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 12, sections 40.1 and 40.2',
    'CMS physician fee schedule, global days',
    'X12 claim adjustment reason code 97',
  ],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: [
    `
encounter E7
  patient    DOE-JANE
  date       2026-10-20
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    27447-RT  A  4800.00

encounter E8
  patient    DOE-JANE
  date       2026-11-10
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213  A  145.00
`,
  ],
  good: ['services\n  99213-25  AB  145.00', 'services\n  99024  A  0.00'],
  check({ claim, service }, { report, codes, workspace }) {
    const { code, modifiers } = service,
      day = dayOf(service, claim),
      who = clinicianOf(service, claim);
    if (!code || !claim.patient || day === undefined || who === '' || !isIn(VISITS, code.value)) return;
    if (modifiers.some(({ value }) => APART.has(value))) return;
    const earliest = addDays(day, -LONGEST);
    for (const other of workspace.encountersOf(claim.patient.at.value)) {
      if (other.voids) continue;
      for (const { done, operated, who: surgeon } of operationsOf(other)) {
        if (operated >= day || operated < earliest) continue;
        const days = daysAfter(done, operated, codes);
        if (!days || !sameId(surgeon, who) || daysBetween(operated, day) > days) continue;
        const where = other.source === code.source ? '' : ` in ${fileName(other.source)}`;
        const operation = `${done} on ${operated}, encounter ${other.id.value}${where}`;
        report(
          code,
          `${code.value} is within ${days} days of ${operation}: it is paid with it unless 24 says that it was for something else`,
          {
            fixes:
              modifiers.length < 4 ? [addModifier(service, '24', 'Add 24: only if the visit had nothing to do with the operation')] : [],
          },
        );
        return;
      }
    }
  },
});

interface Operation {
  readonly done: string;
  /** ISO. */
  readonly operated: string;
  readonly who: string;
}

const known = new WeakMap<Encounter, readonly Operation[]>();

/** What may have been an operation that owes care afterwards. Of an encounter that has not changed it is the same. */
function operationsOf(encounter: Encounter): readonly Operation[] {
  let operations = known.get(encounter);
  if (!operations) {
    operations = encounter.services.flatMap(({ code, date, rendering, modifiers }) => {
      const operated = (date ?? encounter.date)?.value.from;
      if (!code || code.value < FIRST || code.value > LAST || operated === undefined) return [];
      if (modifiers.some(({ value }) => NO_CARE_AFTER.has(value))) return [];
      return [{ done: code.value, operated, who: (rendering ?? encounter.rendering)?.value ?? '' }];
    });
    known.set(encounter, operations);
  }
  return operations;
}
