// A charge is more than nothing.
import { formatMoney } from '../../model/money';
import { AFTER_SURGERY, cptNumber } from '../../model/procedure-codes';
import { rule } from '../rule';

const MOST = 9_999_999_99;
/** Vaccines and antibodies against infections: states and the government supply many of them. */
const SUPPLIED = [
  [90380, 90382],
  [90476, 90759],
  [91300, 91323],
] as const;

/** BHT06: an encounter that is told, not paid by its charge. */
const REPORT = 'RP';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A charge is more than nothing',
  why:
    'Negative charges are refused. A line for nothing is only right where it is for information, such as a ' +
    'quality measure or a vaccine that the state supplies.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV102'],
  paper: '24F',
  transaction: '2400 SV102',
  bad: ['services\n  99213  AB  -145.00', 'services\n  99213  AB  0.00\n  20610-RT  AB'],
  good: [
    'services\n  99213  AB  145.00',
    'services\n  99213  AB  145.00\n  3044F  B  0.00',
    'services\n  99024  A  0.00',
    'services\n  90686  A  0.00',
  ],
  check({ claim, service: { code, charge, modifiers } }, { report }) {
    if (!charge) return;
    // A hospital's line may have a revenue code alone.
    if (charge.value < 0) report(charge, `A charge cannot be negative: ${formatMoney(charge.value)}`);
    else if (charge.value > MOST) report(charge, `A charge of ${formatMoney(charge.value)} does not fit on a claim`);
    else if (
      charge.value === 0 &&
      code &&
      claim.form === 'professional' &&
      !isForInformation(code.value) &&
      !modifiers.some((one) => one.value === 'SL')
    )
      report(charge, `The charge of ${code.value} is 0.00`, { severity: claim.sent?.purpose === REPORT ? 'information' : 'warning' });
  },
});

function isForInformation(code: string): boolean {
  const number = cptNumber(code);
  return code === AFTER_SURGERY || /F$|^G/.test(code) || SUPPLIED.some(([from, to]) => number >= from && number <= to);
}
