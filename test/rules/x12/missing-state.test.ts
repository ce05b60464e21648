// The examples of x12/missing-state, and the addresses of those who have no name.
import assert from 'node:assert/strict';
import { PROFESSIONAL_FILE, checkExamples, x12Findings } from './kit';

checkExamples('x12/missing-state');

suite('x12/missing-state', () => {
  for (const [place, after, lines] of [
    ['where to pay', 'REF*EI', ['NM1*87*2', 'N3*PO BOX 12', 'N4*SPRINGFIELD*', '627015555']],
    ['where a ride began', 'PRV*PE', ['NM1*PW*2', 'N3*5 OAK AVE', 'N4*SPRINGFIELD*', '627033344']],
  ] as const) {
    test(place, () => {
      const file = (state: string): string => {
        const segments = PROFESSIONAL_FILE.trimEnd().split('~\n');
        const [name, street, city, zip] = lines;
        segments.splice(segments.findIndex((one) => one.startsWith(after)) + 1, 0, name, street, `${city}${state}*${zip}`);
        return segments.join('~\n').replace('SE*31', 'SE*34');
      };
      const told = (text: string) => x12Findings(text).filter((one) => one.rule === 'x12/missing-state');
      assert.deepEqual(told(file('IL')), []);
      assert.equal(told(file('')).length, 1);
    });
  }
});
