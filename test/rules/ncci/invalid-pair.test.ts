// ncci/invalid-pair.
import assert from 'node:assert/strict';
import { checkLines, checkLinesFix } from '../../kit/check';
import { frameX12, x12Findings } from '../x12/kit';

const NOT_IN_FEES = 'information service/missing-fee:';

suite('ncci/invalid-pair', () => {
  test('finds it on the second service', () =>
    checkLines(`
services
  97597  A   90.00
  ^^^^^ ${NOT_IN_FEES} 97597 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning fix ncci/invalid-pair: Not paid beside 11042 of that day (more extensive procedure): a modifier such as 59 or 25 parts them only if the services were apart
  11042  AB  120.00
  ^^^^^ ${NOT_IN_FEES} 11042 is not in the charge master: check the code, or add it to fees
`));

  test('an error where no modifier helps and Medicare pays', () =>
    checkLines(`
patient ROE-RICHARD
services
  29881-LT  AB  900.00
  ^^^^^ ${NOT_IN_FEES} 29881 is not in the charge master: check the code, or add it to fees
        ^^ warning fix diagnosis/mismatched-laterality: M17.11 is for the right side, modifier LT for the left: one of the two is wrong
  29870-59  AB  500.00
  ^^^^^ ${NOT_IN_FEES} 29870 is not in the charge master: check the code, or add it to fees
  ^^^^^ error fix ncci/invalid-pair: Not paid beside 29881 of that day (standards of medical / surgical practice): no modifier parts them
`));

  test('the same side on both lines parts nothing, two sides do', () => {
    const pair = (one: string, other: string): number =>
      x12Findings(
        frameX12(
          `after REF*6R: LX*3~SV1*HC:11042:${one}*0*UN*1***1~DTP*472*D8*20260815~LX*4~SV1*HC:97597:${other}*0*UN*1***1~DTP*472*D8*20260815`,
        ),
      ).filter((one) => one.rule === 'ncci/invalid-pair').length;
    assert.deepEqual([pair('RT', 'RT'), pair('RT', 'LT'), pair('RT', 'RT:59')], [1, 0, 0]);
  });

  test('the modifier is offered with its condition', () =>
    checkLinesFix(
      'services\n  11042  AB  120.00\n  <|>97597-51  AB  90.00',
      'services\n  11042  AB  120.00\n  97597-51-59  AB  90.00',
      'Add 59: only if the note shows that 97597 was apart from 11042',
    ));

  test('hospital claims are judged by the table of hospitals, stays of inpatients by none', () => {
    const claimOf = (bill: string): string =>
      frameX12(`837I
CLM*E2001*500***${bill}:A:1**A*Y*Y
after DTP*472: LX*2~SV2*0510*HC:97597*0*UN*1~DTP*472*D8*20260815~LX*3~SV2*0510*HC:11042*0*UN*1~DTP*472*D8*20260815`);
    const text = claimOf('13');
    const [only, ...more] = x12Findings(text).filter((one) => one.rule === 'ncci/invalid-pair');
    assert.deepEqual([text.slice(only.span.start, only.span.end), more.length, only.fixes.length], ['11042', 0, 0]);
    assert.deepEqual(
      x12Findings(claimOf('11')).filter((one) => one.rule === 'ncci/invalid-pair'),
      [],
    );
  });

  test('in two claims of a patient in one file, not where the earlier one takes another back', () => {
    const second = (frequency: string): string =>
      `last: CLM*E1002*90***11:B:${frequency}*Y*A*Y*Y~HI*ABK:M1711~NM1*82*1*CURIE*MARIE****XX*1992012348~LX*1~SV1*HC:97597*90*UN*1***1~DTP*472*D8*20260815~REF*6R*E1002-1`;
    const found = (frequency: string): string[] =>
      x12Findings(frameX12(`SV1*HC:11042*145*UN*1***1\n${second(frequency)}`))
        .filter(({ rule }) => rule === 'ncci/invalid-pair')
        .map(({ message }) => message);
    assert.match(found('1')[0], /^Not paid beside 11042 of that day, billed by claim E1001 of this file/);
    assert.deepEqual(found('7'), []);
  });
});
