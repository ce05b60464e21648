// A service is billed in one encounter.
import type { Encounter, Service } from '../../model/definitions';
import { REPEAT_MODIFIERS } from '../../model/procedure-codes';
import { sameId } from '../../model/resolve';
import { fileName } from '../../model/value';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A service of a patient on a day is billed in one encounter',
  why: 'The payer denies the second claim as a duplicate (reason 18). A correction says which claim it replaces.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 1, section 120', 'X12 claim adjustment reason code 18'],
  paper: '24',
  transaction: '2400 SV101',
  bad: ['date 2026-10-05  # on that day encounter E0 has 99214, too\nservices\n  99214  AB  210.00'],
  good: [
    'date 2026-10-06\nservices\n  99214  AB  210.00',
    'date 2026-10-05\nservices\n  99213  AB  145.00',
    `
date 2026-10-05
replaces 2026100500017
services
  99214  AB  210.00
`,
  ],
  check({ encounter }, { report, workspace }) {
    if (!encounter?.patient || encounter.form === 'dental' || isCorrection(encounter)) return;
    const others = workspace.encountersOf(encounter.patient.value);
    for (const other of others) {
      if (!mayOverlap(encounter, other) || isSame(other, encounter) || isCorrection(other)) continue;
      const service = encounter.services.find((one) => other.services.some((two) => equal(one, encounter, two, other)));
      // One of the two was taken back: the other stands in its place.
      if (!service?.code || others.some((third) => third.voids && third.services.some((line) => equal(service, encounter, line, third))))
        continue;
      const where = other.source === encounter.source ? '' : ` in ${fileName(other.source)}`;
      report(
        service.code,
        `${service.code.value} on ${from(service, encounter)} is also billed by encounter ${other.id.value}${where}: take it off one of the two, or say what is corrected (replaces)`,
      );
    }
  },
});

/** A second definition of the same encounter is told elsewhere. */
function isSame(one: Encounter, other: Encounter): boolean {
  return one === other || sameId(one.id.value, other.id.value);
}

function isCorrection(encounter: Encounter): boolean {
  return encounter.replaces !== undefined || encounter.voids !== undefined;
}

function mayOverlap({ date: one }: Encounter, { date: other }: Encounter): boolean {
  return !one || !other || (one.value.from <= other.value.to && other.value.from <= one.value.to);
}

function equal(one: Service, encounter: Encounter, other: Service, otherEncounter: Encounter): boolean {
  if (!one.code || one.code.value !== other.code?.value || one.modifiers.length !== other.modifiers.length) return false;
  if (
    one.modifiers.some(
      (modifier) => REPEAT_MODIFIERS.has(modifier.value) || other.modifiers.every((second) => second.value !== modifier.value),
    )
  )
    return false;
  const day = from(one, encounter);
  if (!day || day !== from(other, otherEncounter)) return false;
  const who = (one.rendering ?? encounter.rendering)?.value,
    whoElse = (other.rendering ?? otherEncounter.rendering)?.value;
  return who === undefined || whoElse === undefined || sameId(who, whoElse);
}

function from(service: Service, encounter: Encounter): string | undefined {
  return (service.date ?? encounter.date)?.value.from;
}
