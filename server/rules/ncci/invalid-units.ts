// No more units of a service than a patient can have on a day.
import type { ClaimService } from '../../model/claim';
import { sameId } from '../../model/resolve';
import { daysBetween } from '../../model/dates';
import { rule } from '../rule';

const LINE_EDIT = '1';
const ABSOLUTE = '2';

export default rule({
  on: 'claim',
  forms: ['professional'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A service has no more units than a patient can have on a day',
  why:
    'CMS lists the most units of a service that one clinician gives one patient on one day (medically unlikely edits). ' +
    'Above them the line, or all lines of the day, are denied. Found once the table has been imported.',
  cites: ['CMS Medicare NCCI Policy Manual, chapter I, section V', 'CMS medically unlikely edits', 'X12 claim adjustment reason code 151'],
  paper: '24G',
  transaction: '2400 SV104',
  bad: [
    'services\n  29881-RT  A  x2  900.00',
    'services\n  96372-59  A  x3  90.00\n  96372-76  A  x3  90.00',
    'services\n  88305  A  x17  900.00',
    'services\n  29881-50  A  x2  900.00',
  ],
  good: [
    'services\n  29881-RT  A  x1  900.00',
    'services\n  96372  A  x5  90.00',
    'services\n  88305  A  x16  900.00\n  88305-59  A  x2  90.00',
    'date 2026-11-02..2026-11-03\nservices\n  96372  A  x5  90.00  date 2026-11-02\n  96372  A  x5  90.00  date 2026-11-03',
    'date 2026-11-02..2026-11-03\nservices\n  96372  A  x10  90.00',
    'date 2020-11-02\nservices\n  96372  A  x6  90.00',
  ],
  check(claim, { report, codes }) {
    // The tables of hospitals and suppliers have other limits.
    const summed = new Set<string>();
    claim.services.forEach((service, i) => {
      const { code, days, units } = service;
      const day = days?.from ?? claim.day;
      if (!code || day === undefined || service.minutes) return;
      const limit = codes.fact('hcpcs', 'units', code.value, day);
      const most = Number(limit?.units);
      if (!limit || !Number.isInteger(most)) return;
      const length = days ? daysBetween(days.from, days.to) + 1 : 1;
      if (limit.indicator === LINE_EDIT) {
        if (unitsOf(service) > most * length)
          report([units, code], `${code.value} has ${unitsOf(service)} units; at most ${most} a day on a line are paid: more need a line of their own with a modifier (59, 76, 77, 91)`);
        return;
      }
      const key = `${code.value} ${day}`;
      const same = claim.services.filter((one, j) => one.code?.value === code.value && (one.days?.from ?? claim.day) === day
        && sameId((one.rendering ?? claim.rendering)?.at.value ?? '', (service.rendering ?? claim.rendering)?.at.value ?? '') && j >= i);
      if (summed.has(key)) return;
      summed.add(key);
      const total = same.reduce((sum, one) => sum + unitsOf(one), 0);
      if (total <= most * length) return;
      const where = same.length > 1 ? `The ${same.length} lines of ${code.value} have ${total} units` : `${code.value} has ${total} units`;
      const cure = limit.indicator === ABSOLUTE ? 'no modifier raises that' : 'more are paid only on appeal, with the record';
      report([same[same.length - 1].units, same[same.length - 1].code], `${where}; at most ${most} a day ${most === 1 ? 'is' : 'are'} paid: ${cure}`);
    });
  },
});

function unitsOf({ units }: ClaimService): number {
  return units?.value ?? 1;
}
