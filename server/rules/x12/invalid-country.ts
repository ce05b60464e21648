// An address abroad has the country’s code of two letters, and a Canadian one its postal code and province.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { replace, rule } from '../rule';

const SHORT: Readonly<Record<string, string>> = { USA: 'US', CAN: 'CA', MEX: 'MX' };
const CANADA = 'CA';
const POSTAL_CODE = /^[ABCEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d$/;
const PROVINCES = new Set(['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT']);

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837', '270', '271', '276', '277', '278', '834', '835'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'A country has two letters; a Canadian address has a province and a postal code',
  why: 'The receiver takes the address for one in the United States, or refuses it.',
  cites: ['ASC X12 005010 data elements 26, 116 and 156', 'Canada Post, addressing guidelines'],
  transaction: 'N404',
  bad: ['N4*SPRINGFIELD*IL*627011234*USA', 'N4*TORONTO*ON*M5V2T*CA', 'N4*TORONTO*IL*M5V2T6*CA'],
  good: ['N4*TORONTO*ON*M5V2T6*CA', 'N4*TORONTO*ON*M5V 2T6*CA', 'N4*LONDON**SW1A1AA*GB'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['N4'], (segment) => {
      row.go(segment);
      const country = row.value(4);
      if (!country) return;
      const short = SHORT[country.value];
      if (short)
        report(country, `A country has two letters: ${short}`, {
          severity: 'warning',
          fixes: [replace(country, short, `Change to ${short}`, true)],
        });
      if ((short ?? country.value) !== CANADA) return;
      const province = row.value(2),
        postal = row.value(3);
      if (province && !PROVINCES.has(province.value))
        report(province, `${province.value} is not a province of Canada, such as ON or QC`, { transaction: 'N402' });
      if (postal && !POSTAL_CODE.test(postal.value))
        report(postal, `${postal.value} is not a Canadian postal code, such as M5V2T6`, { transaction: 'N403' });
    });
  },
});
