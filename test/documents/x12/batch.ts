// Valid files made by the project's own writers: a batch of claims that shows every situation, and a payer's answers to it.
import { claimControl } from '../../../server/claims/control';
import { writeClaims } from '../../../server/claims/write-837p';
import { resolveClaim } from '../../../server/model/resolve';
import { answer } from '../../../server/training-payer/answer';
import { trainingContracts } from '../../../server/training-payer/contract';
import { INTERCHANGE } from '../../claims/kit';
import { PRACTICE } from '../../kit/frame';
import { readDocument, worldOf } from '../../kit/world';

const PATIENTS = `
patient DOE-SAM
  name     Doe, Sam
  born     2014-04-03
  sex      M
  address  12 Elm St, Springfield IL 62704-5678
  coverage AETNA-2
    payer         AETNA
    member        W123456789
    relationship  child
    subscriber    Doe, John M
      born        1966-01-02
      sex         M
      address     12 Elm St, Springfield IL 62704-5678

patient POE-ANN
  name     Poe, Ann
  born     1950-01-01
  sex      F
  address  7 Oak St, Springfield IL 62704-2222
  coverage A1
    payer         AETNA
    member        W5550001
    relationship  self
  coverage M1
    payer              MEDICARE
    member             1EG4TE5MK74
    relationship       self
    medicare-secondary 12
`;

const ENCOUNTERS = `
encounter E1
  patient    DOE-JANE
  date       2026-10-26
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
    B  E11.65
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
    J3301     A  x4  48.00  ndc 00003-0293-05 ML1

encounter E2
  patient    DOE-SAM
  date       2026-10-27
  place      11
  rendering  CURIE
  accident   auto 2026-10-20 IL
  diagnoses
    A  S52.501A
  services
    99213  A  145.00

encounter E3
  patient    ROE-RICHARD
  date       2026-10-28
  place      21
  admitted   2026-10-26
  facility   SURGICENTER
  rendering  CURIE
  referring  HOUSE
  diagnoses
    A  I10
    B  E11.65
  services
    99231  AB  95.00

encounter E4
  patient    DOE-JANE
  date       2026-10-12
  place      11
  rendering  HOUSE
  replaces   2026101200017
  diagnoses
    A  M17.11
  services
    99214  A  210.00

encounter E5
  patient    POE-ANN
  date       2026-10-05
  place      11
  rendering  CURIE
  diagnoses
    A  I10
  services
    99213  A  145.00
    36415  A    8.00
  adjudicated A1 2026-10-20 paid 110.00
    line 1 paid 104.00 CO-45 21.00 PR-2 20.00
    line 2 paid 6.00 CO-45 2.00
`.trimStart();

const CONTRACT = `
contract AETNA
  member W123456789 Doe, Jane Q 1968-03-14 from 2025-01-01
  member W123456789 Doe, Sam 2014-04-03 from 2025-01-01
  allow 99213 92.50
  allow 20610 66.00
  allow * 80%
  copay 25.00
  deny 20610 CO-96 N130

contract MEDICARE
  member 1EG4TE5MK73 Roe, Richard 1950-06-02
  member 1EG4TE5MK74 Poe, Ann 1950-01-01
  allow * 80%
  deductible 20.00
`.trimStart();

/** The batch, and TA1, 999, 277CA and 835 as the training payer writes them. */
export interface Batch {
  readonly claims: string;
  readonly answers: Readonly<Record<'ta1' | '999' | '277ca' | '835', string | undefined>>;
}

export function makeBatch(): Batch {
  const beside = [
    readDocument(PRACTICE + PATIENTS, 'file:///practice/front-desk.practice'),
    readDocument(CONTRACT, 'file:///practice/all.payer'),
  ];
  const document = readDocument(ENCOUNTERS);
  const { workspace } = worldOf([...beside, document]);
  const claims = document.definitions.encounters.map((encounter) => {
    const claim = resolveClaim(encounter, workspace);
    return { claim, control: claimControl(claim.id.value, 1) };
  });
  const file = writeClaims({ claims, interchange: INTERCHANGE });
  const answered = answer({ file, contracts: trainingContracts(workspace) });
  return { claims: file, answers: { ta1: answered.ta1, '999': answered['999'], '277ca': answered['277ca'], '835': answered['835'] } };
}
