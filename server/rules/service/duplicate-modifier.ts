// A modifier stands once on a line.
import { removeModifier, rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A modifier stands once on a line',
  why: 'Payers refuse a line that has a modifier twice.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV101-3', 'CMS 837 Professional edits, X222.351.2400.SV101-3.040'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['services\n  20610-RT-RT  AB  110.00'],
  good: ['services\n  20610-RT-59  AB  110.00'],
  check({ claim, service: { modifiers } }, { report }) {
    modifiers.forEach((modifier, i) => {
      if (modifiers.findIndex((one) => one.value === modifier.value) === i) return;
      report(modifier, `Modifier ${modifier.value} stands twice on this line`, {
        fixes: claim.origin === 'encounter' ? [removeModifier(modifier, `Remove the second ${modifier.value}`, true)] : [],
      });
    });
  },
});
