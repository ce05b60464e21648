// A request for authorization asks for something that can be: places, units, a stay after birth; it does not decide.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import { rule } from '../rule';

/** BHT02: answers. */
const ANSWERS = new Set(['11']);
/** BHT02 of requests for review and their answers: cancelled, answered, requested, and the number of the request is given. */
const PURPOSES = new Set(['01', '11', '13', '36']);
const ASKS = '13';
/** TRN01: the number that another one has given. */
const OF_ANOTHER = '2';
/** HL03. */
const EVENT = 'EV';
/** UM04-2. */
const PLACE = 'B';

/** Has a transaction both a decision and a number that another one has given? */
function answers(document: X12Document, transaction: Transaction): boolean {
  let decides = false,
    refers = false;
  eachSegment(document, transaction, ['HCR', 'TRN'], (segment, name) => {
    if (name === 'HCR') decides = true;
    else refers ||= document.segments.text(segment, 1) === OF_ANOTHER;
  });
  return decides && refers;
}

/** For the examples: the answer turned into a request. */
const ASKED = '278\nBHT*0007*13*AUTH1*20260903*0900\nno HCR*A6\nno HCR*A1\n';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A request for authorization says what it asks for: known places, days and units above zero; it does not decide',
  why: 'The payer sends the request back, and the patient waits.',
  cites: ['ASC X12N 278 005010X217, loops 2000E and 2000F, TRN, UM, HI, HSD, SV1, DTP, AAA and HCR', 'ASC X12N 278 005010X217, BHT02'],
  transaction: '2000E UM04',
  bad: [
    '278\nHSD*DY*0',
    '278\nSV1*HC:27447*21000*UN*0',
    '278\nUM*AR*I*2*98:B',
    '278\nafter NM1*IL: DMG*D8*20261001*F',
    '278\nUM*AR*I*2*99:A',
    '278\nBHT*0007*13*AUTH1*20260903*0900',
    `${ASKED}no TRN*2*EV\nno TRN*2*SS`,
    `${ASKED}no HCR*A3\nno TRN*2*EV`,
    `${ASKED}no HCR*A3\nno TRN*2*EV\nno TRN*2*SS\nno UM*AR`,
    `${ASKED.replace('*13*', '*14*')}no HCR*A3\nno TRN*2*EV\nno TRN*2*SS`,
    '278\nafter DTP*435: HI*ABF:M1711:D8',
    '278\nST*278*0001*005010X216\nBHT*0007*13*AUTH1*20260903*0900',
    '278\nST*278*0001*005010X216\nBHT*0007*CN*AUTH1*20260903*0900\nno UM*AR',
  ],
  good: [
    '278\nHSD*DY*2',
    '278\nSV1*HC:27447*21000*UN*1',
    '278\nUM*AR*I*2*11:A',
    '278\nafter DTP*435: HI*ABF:M1711:D8:20260801',
    `${ASKED}no HCR*A3\nno TRN*2*EV\nno TRN*2*SS`,
  ],
  check({ document, transaction, source }, { report, codes, today }) {
    if (transaction.type !== '278') return;
    const row = x12Row(document, source, transaction.first);
    const isReview = transaction.version.startsWith('005010X217'),
      isNotice = transaction.version.startsWith('005010X216');
    let isRequest = false;
    /** Where an event begins of which nothing is asked yet. */
    let event: Value<string> | undefined;
    const close = (): void => {
      if (event)
        report(event, `What is ${isNotice ? 'told of' : 'asked for'} this event (UM) is missing`, {
          severity: 'error',
          transaction: '2000E UM',
        });
      event = undefined;
    };
    let born: string | undefined;
    const names = ['BHT', 'HL', 'TRN', 'DMG', 'DTP', 'UM', 'HI', 'HSD', 'SV1', 'AAA', 'HCR', 'SE'];
    eachSegment(document, transaction, names, (segment, name) => {
      row.go(segment);
      if (name === 'BHT') {
        const purpose = row.at(2);
        isRequest = !ANSWERS.has(purpose.value);
        if (isReview && purpose.value === ASKS && answers(document, transaction)) {
          isRequest = false;
          report(purpose, 'BHT02 13 asks, but a decision stands below: 11 answers', { severity: 'error', transaction: 'BHT02' });
        }
        if (isReview && purpose.value !== '' && !PURPOSES.has(purpose.value))
          report(purpose, `BHT02 ${purpose.value} is for inquiries and notices: 13 asks, 11 answers`, { transaction: 'BHT02' });
        if (isNotice && purpose.value === ASKS)
          report(purpose, 'BHT02 13 asks: a notice says that something was done', { transaction: 'BHT02' });
      } else if (name === 'HL' || name === 'SE') {
        close();
        if (isRequest && (isReview || isNotice) && row.text(3) === EVENT) event = row.at(3);
        if (row.text(3) === '22') born = undefined;
      } else if (name === 'TRN') {
        event &&= row.at(1);
        if (isRequest && isReview && row.text(1) === OF_ANOTHER)
          report(row.at(1), 'A request gives its own number: TRN01 is 1', { severity: 'error', transaction: 'TRN01' });
      } else if (name === 'HI') {
        for (let n = 1; n <= 12 && row.text(n) !== ''; n += 1) {
          const [, , format, day] = row.parts(n);
          if (format && (format.value === '') !== ((day?.value ?? '') === ''))
            report(format, 'The format of a date and the date stand together', { severity: 'error', transaction: '2000E HI01-3' });
        }
      } else if (name === 'DMG') born = row.day(2)?.value;
      else if (name === 'HCR' || name === 'AAA') {
        if (isRequest && isReview)
          report(row.at(1), 'A request decides nothing: this belongs into the answer', { transaction: `2000E ${name}` });
      } else if (name === 'UM') {
        event = undefined;
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
            severity: 'error',
            transaction: name === 'HSD' ? 'HSD02' : 'SV104',
          });
      }
    });
  },
});
