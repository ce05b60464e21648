// A request for authorization asks for something that can be: places, units, a stay after birth; it does not decide.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** BHT02: answers. */
const ANSWERS = new Set(['11']);
/** UM04-2. */
const PLACE = 'B';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A request for authorization names known places, and days and units above zero, and does not decide',
  why: 'The payer sends the request back, and the patient waits.',
  cites: ['ASC X12N 278 005010X217, loops 2000E and 2000F, UM04, HSD, SV1, DTP, AAA and HCR'],
  transaction: '2000E UM04',
  bad: [
    '278\nHSD*DY*0', '278\nSV1*HC:27447*21000*UN*0', '278\nUM*AR*I*2*98:B', '278\nafter NM1*IL: DMG*D8*20261001*F', '278\nUM*AR*I*2*99:A',
    '278\nBHT*0007*13*AUTH1*20260903*0900\nno HCR*A6\nno HCR*A1',
  ],
  good: ['278\nHSD*DY*2', '278\nSV1*HC:27447*21000*UN*1', '278\nUM*AR*I*2*11:A'],
  check({ document, transaction, source }, { report, codes, today }) {
    if (transaction.type !== '278') return;
    const row = x12Row(document, source, transaction.first);
    let isRequest = false;
    let born: string | undefined;
    eachSegment(document, transaction, ['BHT', 'HL', 'DMG', 'DTP', 'UM', 'HSD', 'SV1', 'AAA', 'HCR'], (segment, name) => {
      row.go(segment);
      if (name === 'BHT') isRequest = !ANSWERS.has(row.text(2));
      else if (name === 'HL') {
        if (row.text(3) === '22') born = undefined;
      } else if (name === 'DMG') born = row.day(2)?.value;
      else if (name === 'HCR' || name === 'AAA') {
        if (isRequest && transaction.version.startsWith('005010X217'))
          report(row.at(1), 'A request decides nothing: this belongs into the answer', { transaction: `2000E ${name}` });
      } else if (name === 'UM') {
        const [place, kind] = row.parts(4);
        if (!kind || place.value === '') return;
        if (codes.find(kind.value === PLACE ? 'place-of-service' : 'type-of-bill', place.value, today).status === 'unknown')
          report(place, `${place.value} is not a ${kind.value === PLACE ? 'place of service' : 'type of bill'}`);
      } else if (name === 'DTP') {
        const day = row.dates(2, 3);
        if (!day || born === undefined || day.value.from >= born) return;
        report(day, `${day.value.from} is before the birth on ${born}`, { transaction: 'DTP03' });
        born = undefined;
      } else {
        const units = row.value(name === 'HSD' ? 2 : 4);
        if (units && Number(units.value) === 0)
          report(units, name === 'HSD' ? 'Nothing is asked for: the quantity is zero' : 'A service of no units', {
            transaction: name === 'HSD' ? 'HSD02' : 'SV104',
          });
      }
    });
  },
});
