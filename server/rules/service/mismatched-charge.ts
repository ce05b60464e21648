// A charge is the fee times the units.
import { formatMoney, times } from '../../model/money';
import { replace, rule } from '../rule';

/** Both sides, more, less or a part of the service, a second surgeon or helper, directed anesthesia, an assistant's therapy: charged differently. */
const PRICED_APART = new Set([
  '22',
  '50',
  '52',
  '53',
  '54',
  '55',
  '56',
  '26',
  'TC',
  '62',
  '66',
  '80',
  '81',
  '82',
  'AS',
  'AD',
  'QK',
  'QX',
  'QY',
  'CO',
  'CQ',
]);

export default rule({
  on: 'service',
  only: 'encounter',
  severity: 'hint',
  since: '0.1.0',
  title: 'A charge is the fee times the units',
  why: 'A charge that differs from the charge master may be a slip of the pen, or units that were forgotten.',
  cites: ['Superbill, the language: fees'],
  paper: '24F',
  transaction: '2400 SV102',
  bad: ['services\n  99213  AB  154.00', 'services\n  J3301  AB  x4  12.00'],
  good: ['services\n  99213  AB  145.00', 'services\n  J3301  AB  x4  48.00'],
  check({ service: { code, charge, fee, units, modifiers } }, { report }) {
    if (
      !code ||
      !charge ||
      fee === undefined ||
      charge.value <= 0 ||
      units?.value === 0 ||
      modifiers.some((one) => PRICED_APART.has(one.value))
    )
      return;
    const due = times(fee, units?.value ?? 1);
    if (due === charge.value) return;
    const sum = units && units.value !== 1 ? `${formatMoney(fee)} × ${units.value} = ${formatMoney(due)}` : formatMoney(due);
    report(charge, `The charge master says ${sum}`, { fixes: [replace(charge, formatMoney(due), `Change to ${formatMoney(due)}`)] });
  },
});
