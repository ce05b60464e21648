// The policy holder of a dependent has no relationship.
import { replace, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'Where the patient is a dependent, the policy holder’s relationship is empty',
  why: '18 says that the policy holder is the patient; the claim below another person contradicts it.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2000B SBR02 and 2000C PAT01'],
  paper: '6',
  transaction: '2000B SBR02',
  bad: [
    `HL*2*1*22*1
SBR*P*18*0098765******CI
no DMG
after NM1*PR: HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*SAM~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*20140403*M`,
  ],
  good: [
    `HL*2*1*22*1
SBR*P**0098765******CI
no DMG
after NM1*PR: HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*SAM~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*20140403*M`,
  ],
  check({ sent }, { report }) {
    if (!sent?.subscriber || !sent.dependent || sent.subscriber.ownClaims > 0) return;
    const { relationship } = sent.subscriber;
    if (relationship.value !== '18') return;
    report(relationship, 'The patient is another person than the policy holder: no relationship stands here', {
      fixes: [replace(relationship, '', 'Remove 18')],
    });
  },
});
