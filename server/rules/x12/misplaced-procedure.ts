// Procedures of ICD-10-PCS and the DRG belong to stays; what is done to outpatients stands on the lines.
import { billsStay } from '../claim-line';
import { rule } from '../rule';

/** Bills of services that are no stay: outpatients, home health, clinics, dialysis, hospice. */
const NO_STAY = new Set(['13', '14', '32', '34', '71', '72', '73', '74', '75', '76', '77', '81', '82', '83', '85']);
const PROCEDURES = new Set(['BBR', 'BBQ']);

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Procedures of ICD-10-PCS and a DRG stand on the bill of a stay only',
  why: 'Both are for inpatients: what was done to an outpatient is told by the service code of its line, and the bill is returned.',
  cites: ['45 CFR 162.1002, ICD-10-PCS for inpatient hospital procedures', 'ASC X12N 837I 005010X223A2, loop 2300 HI*BBR and HI*DR'],
  paper: '74',
  transaction: '2300 HI01-2',
  bad: [
    '837I\nafter HI*APR: HI*BBR:0HQ1XZZ:D8:20260815',
    '837I\nafter HI*APR: HI*DR:470',
    '837I\nafter HI*APR: HI*DR:470\nSV2*0120**500*DA*1',
  ],
  good: ['837I\nCLM*E2001*500***11:A:1**A*Y*Y\nafter HI*APR: HI*BBR:0HQ1XZZ:D8:20260815'],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent || !NO_STAY.has(sent.place.value)) return;
    if (billsStay(claim)) {
      report(sent.place, `Bill type ${sent.place.value} is not for a stay, but a room and a DRG or procedures of a stay are billed`, {
        paper: '4',
        transaction: '2300 CLM05-1',
      });
      return;
    }
    const procedure = sent.codes.find(({ qualifier }) => PROCEDURES.has(qualifier.value));
    if (procedure)
      report(
        procedure.code,
        `${procedure.code.value} is a procedure of a stay; this bill (${sent.place.value}) is of an outpatient: its services stand on the lines`,
      );
    const group = sent.codes.find(({ qualifier }) => qualifier.value === 'DR');
    if (group)
      report(group.code, `DRG ${group.code.value} prices a stay; this bill (${sent.place.value}) is of an outpatient: take it away`, {
        paper: '71',
      });
  },
});
