// A diagnosis names the side that its service names.
import { sideOfModifier } from '../../model/procedure-codes';
import { diagnosisLanding } from '../../model/diagnosis-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses', 'lines'],
  severity: 'information',
  since: '0.1.0',
  title: 'A diagnosis names the side that its service names',
  why: 'The side is known: payers deny unspecified codes where one with the side exists.',
  cites: ['ICD-10-CM Official Guidelines, section I.B.13 and I.B.18'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.10\n  B  E11.65'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65', 'diagnoses\n  A  M17.10\n  B  E11.65\nservices\n  99213  AB  145.00'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    // Most lines name no side.
    if (!code || claim.day === undefined || claim.services.every((service) => service.modifiers.length === 0)) return;
    const answer = codes.find('icd-10-cm', code.value, claim.day);
    if (answer.status !== 'active' || !answer.entry.billable || !/\bunspecified\b/i.test(answer.entry.title)) return;
    const modifiers = claim.services.filter((service) => service.pointed.includes(position)).flatMap((service) => service.modifiers);
    const sides = new Set(modifiers.flatMap((modifier) => sideOfModifier(modifier.value) ?? []));
    if (sides.size !== 1) return;
    const [side] = sides;
    const [parent] = codes.parents('icd-10-cm', answer.entry.code, claim.day);
    const wanted = answer.entry.title.toLowerCase().split(/\bunspecified\b/);
    // Only a sister code that says the same of this side is certain.
    const sister =
      parent &&
      codes.children('icd-10-cm', parent.code, claim.day).find((entry) => {
        const title = entry.title.toLowerCase();
        return (
          entry.billable &&
          wanted
            .slice(1)
            .some((_, i) => title === `${wanted.slice(0, i + 1).join('unspecified')}${side}${wanted.slice(i + 1).join('unspecified')}`)
        );
      });
    if (sister)
      report(code, `The service is on the ${side} side: ${sister.code} says so`, {
        ...diagnosisLanding(position),
        fixes: [replace(code, sister.code, `Change to ${sister.code} ${sister.title}`)],
      });
  },
});
