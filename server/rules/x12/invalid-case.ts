// Codes and numbers stand in capitals.
import type { Value } from '../../model/value';
import { replace, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'The codes of a claim stand in capitals',
  why: 'A receiver compares sign by sign: m1711 is not M1711, and the claim is refused.',
  cites: ['ASC X12 005010 basic and extended character set', 'ASC X12N 837P 005010X222A1, loops 2300 HI and 2400 SV101'],
  transaction: '2300 HI01-2',
  bad: ['HI*ABK:m1711*ABF:E1165', 'SV1*HC:j3301*145*UN*1***1:2', 'SV1*HC:20610:rt*145*UN*1***1:2'],
  good: ['HI*ABK:M1711*ABF:E1165'],
  check({ diagnoses, services }, { report }) {
    const check = (code: Value<string> | undefined): void => {
      if (!code || !/[a-z]/.test(code.value)) return;
      const capitals = code.value.toUpperCase();
      report(code, `${code.value} is written in capitals: ${capitals}`, {
        fixes: [replace(code, capitals, `Change to ${capitals}`, true)],
      });
    };
    for (const { code } of diagnoses) check(code);
    for (const { code, modifiers } of services) {
      check(code);
      for (const modifier of modifiers) check(modifier);
    }
  },
});
