// The miles that are billed are the miles of the ride.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const ROUND_TRIP = 'X';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'The miles billed are the miles of the ride',
  why: 'A payer pays the fewer of the two, or asks for the record.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2300 CR106 and 2400 SV104', 'CMS Medicare Claims Processing Manual, chapter 15, section 20.2'],
  transaction: '2300 CR106',
  bad: ['CLM*E1001*255***41:B:1*Y*A*Y*Y\nafter CLM: CR1****A*DH*99\nSV1*HC:A0425:RH*145*UN*21***1:2'],
  good: ['CLM*E1001*255***41:B:1*Y*A*Y*Y\nafter CLM: CR1****A*DH*21\nSV1*HC:A0425:RH*145*UN*20.6***1:2'],
  check({ services, sent, source }, { report }) {
    const [miles, ...more] = services.filter(({ code }) => code?.value === 'A0425');
    if (!miles?.units || more.length > 0 || !sent) return;
    const { document, transaction, first, end } = sent;
    const row = x12Row(document, source, first);
    const billed = miles.units.value;
    eachSegment(document, { ...transaction, first, end }, ['CR1'], (segment) => {
      row.go(segment);
      const told = Number(row.text(6));
      if (row.text(6) === '' || Number.isNaN(told) || row.text(3) === ROUND_TRIP || Math.abs(told - billed) <= 1) return;
      report(row.at(6), `The ride is ${row.text(6)} miles long, ${billed} are billed (A0425)`, {
        // Fewer miles may be billed: those with the patient on board.
        severity: billed > told ? 'error' : 'warning',
      });
    });
  },
});
