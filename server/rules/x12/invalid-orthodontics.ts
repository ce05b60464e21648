// A claim for braces tells how many months the treatment takes, and how many are left.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const DENTAL = '005010X224';
/** Limited, comprehensive and other treatment with appliances. */
const BRACES = /^D80[1-9]0$/;

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'Braces come with the months of treatment, and no more of them are left than there are',
  why: 'The plan pays braces by the month: without the months it does not know how much to pay and until when.',
  cites: ['ASC X12N 837D 005010X224A2, loop 2300 DN1', 'ADA Dental Claim Form, items 40 to 42'],
  transaction: '2300 DN1',
  bad: ['837D\nSV3*AD:D8080*180**00*I*1\nno TOO', '837D\nafter DTP*472: DN1*24*30\nSV3*AD:D8080*180**00*I*1\nno TOO'],
  good: ['837D\nafter DTP*472: DN1*24*20\nSV3*AD:D8080*180**00*I*1\nno TOO', '837D\nTOO*JP*3*O'],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith(DENTAL)) return;
    const row = x12Row(document, source, transaction.first);
    let told = false;
    let braces: Value<string> | undefined;
    const close = (): void => {
      if (braces && !told) report(braces, `${braces.value} is treatment with braces: its months (DN1) are missing`);
      braces = undefined;
      told = false;
    };
    eachSegment(document, transaction, ['HL', 'CLM', 'DN1', 'SV3', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'SV3') {
        const code = row.parts(1)[1];
        if (code && BRACES.test(code.value)) braces ??= code;
      } else if (name === 'DN1') {
        told = true;
        const left = row.value(2);
        if (left && Number(left.value) > Number(row.text(1)))
          report(left, `${left.value} months are left of ${row.text(1)}`, { transaction: '2300 DN102' });
      } else close();
    });
    close();
  },
});
