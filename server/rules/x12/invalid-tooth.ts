// Teeth and surfaces are written as dentists number them.
import { isBackTooth, isFrontTooth, isTooth } from '../../model/teeth';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['dental'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A tooth is 1 to 32, A to T, or an extra one; a surface M, O, D, B, L, I or F',
  why: 'A payer refuses a dental line whose tooth it does not know.',
  cites: ['ASC X12N 837D 005010X224A2, loop 2400 TOO', 'ADA, Universal/National Tooth Numbering System'],
  transaction: '2400 TOO02',
  bad: [
    `837D
TOO*JP*33*O`,
    '837D\nTOO*JP*8*O',
    '837D\nTOO*JP*3*I',
  ],
  good: [
    `837D
TOO*JP*3*O`,
  ],
  check({ sent }, { report }) {
    if (!sent) return;
    for (const { number, surfaces } of sent.teeth) {
      if (!isTooth(number.value)) report(number, `There is no tooth ${number.value || 'without a number'}: 1 to 32, or A to T`);
      surfaces.forEach((surface, i) => {
        if (surfaces.findIndex((one) => one.value === surface.value) < i)
          report(surface, `Surface ${surface.value} stands twice`, { transaction: '2400 TOO03' });
        else if (surface.value === 'O' && isFrontTooth(number.value))
          report(surface, `Tooth ${number.value} is a front tooth: it has an edge (I), no biting surface (O)`, {
            transaction: '2400 TOO03',
          });
        else if (surface.value === 'I' && isBackTooth(number.value))
          report(surface, `Tooth ${number.value} is no front tooth: it has a biting surface (O), no edge (I)`, {
            transaction: '2400 TOO03',
          });
      });
    }
  },
});
