// No more units of a service than a patient can have on a day.
import type { CodeSets, Layer } from '../../../codesets/code-set';
import type { Claim } from '../../model/claim';
import { daysBetween } from '../../model/dates';
import { type Ranges, isForGovernment, isIn } from '../claim-line';
import { type DayLine, isOfOneDay, isSameService, linesBeside, linesOf } from '../day-lines';
import { rule } from '../rule';

const LINE_EDIT = '1';
const ABSOLUTE = '2';
const LINE_CURE = 'more need a line of their own with a modifier (59, 76, 77, 91)';

export default rule({
  on: 'claim',
  forms: ['professional', 'institutional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A service has no more units than a patient can have on a day',
  why:
    'CMS lists the most units of a service that one clinician gives one patient on one day (medically unlikely edits); hospitals with ' +
    'outpatients and suppliers of equipment have lists of their own. Above them the line, or all lines of the day, are denied. Found once ' +
    'the table has been imported.',
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
  check(claim, { report, codes, workspace }) {
    const own = linesOf(claim).filter(({ service }) => !service?.minutes);
    let beside: readonly DayLine[] | undefined;
    const told = new Set<DayLine>();
    // More than these is denied without asking for the record.
    const certain = isForGovernment(claim) ? 'error' : 'warning';
    for (const line of own) {
      const limit = limitOf(line, claim, codes);
      if (!line.service || told.has(line)) continue;
      if (!limit) {
        if (isBeyondSense(line, claim))
          report([line.service.units, line.service.code], `${line.code} has ${line.units} units: nobody has so many on a day`, {
            severity: 'error',
          });
        continue;
      }
      const { units, code, days } = line.service,
        { most, indicator } = limit;
      const length = days ? daysBetween(days.from, days.to) + 1 : 1;
      if (indicator === LINE_EDIT) {
        if (line.units > most * length)
          report([units, code], `${line.code} has ${line.units} units; at most ${most} a day on a line are paid: ${LINE_CURE}`, {
            severity: certain,
          });
        continue;
      }
      const same = own.filter((one) => one.code === line.code && isOfOneDay(one, line));
      for (const one of same) told.add(one);
      beside ??= linesBeside(claim, own, workspace);
      // The same line in two claims is a duplicate, of which other rules speak.
      const others = beside.filter(
        (one) => one.code === line.code && isOfOneDay(one, line) && !same.some((two) => isSameService(one, two)),
      );
      const total = [...same, ...others].reduce((sum, one) => sum + one.units, 0);
      if (total <= most * length) continue;
      const last = same[same.length - 1].service;
      const cure = indicator === ABSOLUTE ? 'no modifier raises that' : 'more are paid only on appeal, with the record';
      report(
        [last?.units, last?.code],
        `${whatIsTooMuch(line.code, same, others, total)}; at most ${most} a day ${most === 1 ? 'is' : 'are'} paid: ${cure}`,
        { severity: indicator === ABSOLUTE ? certain : 'warning' },
      );
    }
  },
});

/** Suppliers of equipment, artificial limbs, glasses and hearing aids, and pharmacies, by taxonomy. */
const SUPPLIER = /^33(?:2|3|5[EG])/;
/** Bills of hospitals for outpatients, for laboratory work alone, and of critical access hospitals. */
const OUTPATIENT_BILLS: ReadonlySet<string> = new Set(['13', '14', '85']);

/** CMS has a table each for clinicians, suppliers and hospitals. Stays of inpatients are paid as a whole and have none. */
function tableOf({ form, billing, sent }: Claim): Layer | undefined {
  if (form === 'institutional') return OUTPATIENT_BILLS.has(sent?.place.value ?? '') ? 'hospital-units' : undefined;
  return SUPPLIER.test(billing?.target?.taxonomy?.value ?? '') ? 'supplier-units' : 'units';
}

/** Operations below the skin and imaging: of none does the list allow more units. */
const FEW: Ranges = [[20005, 76499]];
const MOST_OF_FEW = 20;

/** Without the list: are there more units than anyone can have? */
function isBeyondSense({ code, units, service }: DayLine, claim: Claim): boolean {
  return claim.form === 'professional' && isIn(FEW, code) && service?.days?.from === service?.days?.to && units > MOST_OF_FEW;
}

function limitOf({ code, day }: DayLine, claim: Claim, codes: CodeSets): { readonly most: number; readonly indicator: string } | undefined {
  const table = tableOf(claim);
  const limit = table && codes.fact('hcpcs', table, code, day);
  const most = Number(limit?.units);
  return limit && Number.isInteger(most) ? { most, indicator: limit.indicator } : undefined;
}

function whatIsTooMuch(code: string, same: readonly DayLine[], others: readonly DayLine[], total: number): string {
  const [other] = others;
  if (other) return `${code} has ${total} units with those of ${other.elsewhere}`;
  return same.length > 1 ? `The ${same.length} lines of ${code} have ${total} units` : `${code} has ${total} units`;
}
