// The reason of a change of a member fits what is done, and a member's age fits the cover.
import { ageOn } from '../../model/dates';
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** INS03 with the reasons (INS04) that contradict it. */
const AGAINST: Readonly<Record<string, ReadonlySet<string>>> = {
  // Added because benefits, work or payment ended.
  '021': new Set(['07', '08', '14', '16', '17', '26', '59']),
  // Ended because of a birth, an adoption, a hire or a return.
  '024': new Set(['02', '05', '20', '28', '41']),
};
const SPOUSE = '01',
  CHILD = '19';
const YOUNGEST_SPOUSE = 14;

export default rule({
  on: 'transaction',
  types: ['834'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'The reason for a change of a member fits the change, and ages fit the family',
  why: 'The payer ends a new member, or covers somebody who cannot be who they are said to be.',
  cites: ['ASC X12N 834 005010X220A1, loops 2000 INS02 to INS04, 2100A DMG02 and 2300 DTP*348'],
  transaction: '2000 INS04',
  bad: [
    '834\nINS*Y*18*021*08*A***FT',
    '834\nINS*Y*18*024*28*A***FT\nno HD*021\nno HD*021',
    '834\nDMG*D8*20200314*F',
    '834\nlast: INS*N*01*021*28*A~REF*0F*W1~NM1*IL*1*DOE*PIA~DMG*D8*20200403*F~HD*021**HLT~DTP*348*D8*20261001',
    '834\nlast: INS*Y*18*021*28*A***FT~REF*0F*W1~NM1*IL*1*DOE*PIA~DMG*D8*20261003*F~HD*021**HLT~DTP*348*D8*20261001',
  ],
  good: ['834\nINS*Y*18*021*28*A***FT', '834\nDMG*D8*19680314*F'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let relation = '';
    let named = false;
    let subscriberBorn: string | undefined, born: string | undefined;
    eachSegment(document, transaction, ['INS', 'NM1', 'DMG', 'DTP'], (segment, name) => {
      row.go(segment);
      if (name === 'INS') {
        const [done, reason] = [row.text(3), row.at(4)];
        if (AGAINST[done]?.has(reason.value))
          report(reason, `The member is ${done === '021' ? 'added (021)' : 'ended (024)'}, but reason ${reason.value} says the contrary`);
        relation = row.text(2);
        if (row.text(1) === 'Y') subscriberBorn = undefined;
        born = undefined;
      } else if (name === 'NM1') named = row.text(1) === 'IL' || row.text(1) === '74';
      else if (name === 'DMG' && named) {
        const day = row.day(2);
        born = day?.value;
        if (relation === '18') subscriberBorn = born;
        else if (day && subscriberBorn && relation === CHILD && day.value <= subscriberBorn)
          report(day, 'The child is older than the subscriber', { transaction: '2100A DMG02' });
      } else if (name === 'DTP' && row.text(1) === '348' && born) {
        const begin = row.dates(2, 3);
        if (begin && begin.value.from < born)
          report(begin, `The cover begins on ${begin.value.from}, before the birth on ${born}`, { transaction: '2300 DTP03' });
        else if (begin && relation === SPOUSE && ageOn(born, begin.value.from) < YOUNGEST_SPOUSE)
          report(begin, `A spouse (01) of ${ageOn(born, begin.value.from)} years`, { transaction: '2300 DTP03' });
        born = undefined;
      }
    });
  },
});
