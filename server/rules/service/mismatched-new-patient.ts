// A new patient has not been seen for three years.
import { cptNumber, isCpt, isImagingOrLaboratory } from '../../model/procedure-codes';
import { sameId } from '../../model/resolve';
import { fileName } from '../../model/value';
import { replace, rule } from '../rule';

export default rule({
  on: 'service',
  only: 'encounter',
  severity: 'warning',
  since: '0.1.0',
  title: 'A new patient has not been seen for three years',
  why: 'A payer denies a new patient visit where the clinician has seen the patient within three years (reason B16).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, section 30.6.7', 'X12 claim adjustment reason code B16'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  99203  AB  180.00  # seen on 2026-10-05 in encounter E0'],
  good: ['services\n  99213  AB  145.00', 'rendering HOUSE\nservices\n  99203  AB  180.00'],
  check({ claim, service: { code, days, rendering } }, { report, workspace }) {
    const number = code ? cptNumber(code.value) : Number.NaN;
    const day = days?.from ?? claim.day,
      who = (rendering ?? claim.rendering)?.at.value;
    if (!code || !claim.patient || day === undefined || who === undefined || !(number >= 99202 && number <= 99205)) return;
    const since = `${Number(day.slice(0, 4)) - 3}${day.slice(4)}`;
    const earlier = workspace.encountersOf(claim.patient.at.value).find((other) => {
      const seen = other.date?.value.from;
      if (other.voids || seen === undefined || seen >= day || seen <= since) return false;
      return other.services.some(
        (line) =>
          line.code &&
          isCpt(line.code.value) &&
          !isImagingOrLaboratory(line.code.value) &&
          sameId((line.rendering ?? other.rendering)?.value ?? '', who),
      );
    });
    if (!earlier) return;
    const established = String(number + 10);
    const where = earlier.source === code.source ? '' : ` in ${fileName(earlier.source)}`;
    report(
      code,
      `${who.toUpperCase()} saw the patient on ${earlier.date?.value.from}, encounter ${earlier.id.value}${where}: not a new patient`,
      { fixes: [replace(code, established, `Change to ${established}`)] },
    );
  },
});
