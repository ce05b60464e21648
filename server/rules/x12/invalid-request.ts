// A request for authorization asks for something that can be: known diagnoses, days, units, a stay that ends after it begins.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const DIAGNOSES = new Set(['ABF', 'ABJ', 'ABK', 'APR']);

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A request for authorization names known diagnoses, and days and units above zero',
  why: 'The payer sends the request back, and the patient waits.',
  cites: ['ASC X12N 278 005010X217, loops 2000E and 2000F, HI, HSD, SV1 and DTP'],
  transaction: '2000E HI',
  bad: [
    '278\nHSD*DY*0', '278\nSV1*HC:27447*21000*UN*0', '278\nafter DTP*435: DTP*096*D8*20260910', '278\nafter DTP*435: HI*ABF:M17.11',
    '278\nafter DTP*435: HI*ABF:M1788',
  ],
  good: ['278\nHSD*DY*2', '278\nSV1*HC:27447*21000*UN*1', '278\nafter DTP*435: DTP*096*D8*20260916', '278\nafter DTP*435: HI*ABF:M1711'],
  check({ document, transaction, source }, { report, codes, today }) {
    if (transaction.type !== '278') return;
    const row = x12Row(document, source, transaction.first);
    let admitted: string | undefined;
    eachSegment(document, transaction, ['HL', 'DTP', 'HI', 'HSD', 'SV1'], (segment, name) => {
      row.go(segment);
      if (name === 'HL') admitted = undefined;
      else if (name === 'HI') {
        for (let n = 1; n <= 12 && row.text(n) !== ''; n += 1) {
          const [kind, code] = row.parts(n);
          if (!code || !DIAGNOSES.has(kind.value)) continue;
          if (code.value.includes('.')) report(code, `In a file a diagnosis code has no dot: ${code.value.replaceAll('.', '')}`);
          else if (codes.find('icd-10-cm', code.value, today).status === 'unknown') report(code, `${code.value} is not in the diagnosis codes on this machine`);
        }
      } else if (name === 'DTP') {
        const day = row.dates(2, 3);
        if (row.text(1) === '435') admitted = day?.value.from;
        else if (row.text(1) === '096' && day && admitted !== undefined && day.value.from < admitted)
          report(day, `Discharge on ${day.value.from}, before the admission on ${admitted}`, { transaction: 'DTP03' });
      } else {
        const units = row.value(name === 'HSD' ? 2 : 4);
        if (units && Number(units.value) === 0) report(units, name === 'HSD' ? 'Nothing is asked for: the quantity is zero' : 'A service of no units', { transaction: name === 'HSD' ? 'HSD02' : 'SV104' });
      }
    });
  },
});
