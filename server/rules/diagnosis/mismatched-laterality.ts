// The side of a service is the side of its diagnosis.
import { sideOf } from '../../model/diagnosis-codes';
import { sideOfModifier } from '../../model/procedure-codes';
import { dayOf } from '../claim-line';
import { replace, rule } from '../rule';

export default rule({
  on: 'service',
  alike: ['diagnoses', 'lines'],
  severity: 'warning',
  since: '0.1.0',
  title: 'The side of a service is the side of its diagnosis',
  why: 'A payer denies a service on the left that is explained by a disease on the right.',
  cites: ['ICD-10-CM Official Guidelines, section I.B.13', 'CMS Medicare Claims Processing Manual, chapter 23, section 20.3'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['services\n  20610-LT  AB  110.00'],
  good: [
    'services\n  20610-RT  AB  110.00',
    'services\n  99213  AB  145.00',
    `
diagnoses
  A  M17.11
  B  M17.12
services
  20610-LT  AB  110.00
`,
  ],
  check({ claim, service }, { report, codes }) {
    const sided = service.modifiers.filter((one) => sideOfModifier(one.value));
    const day = dayOf(service, claim);
    const [modifier] = sided;
    const meant = modifier && sideOfModifier(modifier.value);
    if (!meant || day === undefined || sided.some((one) => sideOfModifier(one.value) !== meant)) return;
    let conflict: string | undefined;
    // An encounter may still get its other diagnosis.
    let sure = claim.origin === 'x12';
    for (const position of service.pointed) {
      const code = claim.diagnoses[position - 1]?.code;
      const answer = code && codes.find('icd-10-cm', code.value, day);
      const side = answer?.status === 'active' ? sideOf(answer.entry.title) : undefined;
      if (side === meant) return;
      if (side && answer?.status === 'active') conflict ??= answer.entry.code;
      // What has no side may be the reason for the other one.
      else sure = false;
    }
    if (!conflict) return;
    const other = modifier.value === 'RT' ? 'LT' : modifier.value === 'LT' ? 'RT' : undefined;
    report(
      modifier,
      `${conflict} is for the ${meant === 'right' ? 'left' : 'right'} side, modifier ${modifier.value} for the ${meant}: one of the two is wrong`,
      { severity: sure ? 'error' : 'warning', fixes: other ? [replace(modifier, other, `Change to ${other}`)] : [] },
    );
  },
});
