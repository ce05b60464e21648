// The add-on for a lasting relation of patient and clinician is not paid beside a visit with modifier 25.
import { isForMedicare, isIn } from '../claim-line';
import { rule, withoutLine } from '../rule';

const ADD_ON = 'G2211';
/** From this day on it is paid beside prevention. */
const WITH_PREVENTION = '2025-01-01';

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'G2211 does not stand beside a visit with modifier 25',
  why:
    'Medicare pays the add-on only where the visit was all, or was beside prevention such as a vaccine or a wellness visit: otherwise ' +
    'the line is denied.',
  cites: [
    '42 CFR 414.65; CMS Physician Fee Schedule final rules for 2024 and 2025, G2211',
    'CMS Medicare Claims Processing Manual, chapter 12, section 30.6.7',
  ],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['patient ROE-RICHARD\nservices\n  99213-25  AB  145.00\n  G2211  AB  25.00\n  20610-RT  A  110.00'],
  good: [
    'patient ROE-RICHARD\nservices\n  99213  AB  145.00\n  G2211  AB  25.00',
    'patient ROE-RICHARD\nservices\n  99213-25  AB  145.00\n  G2211  AB  25.00\n  G0439  AB  160.00',
  ],
  check(claim, { report }) {
    const addOn = claim.services.find(({ code }) => code?.value === ADD_ON)?.code;
    if (!addOn || !isForMedicare(claim)) return;
    const visits = claim.services.filter(({ code }) => isOfficeVisit(code?.value ?? ''));
    if (visits.length === 0 || !visits.every(({ modifiers }) => modifiers.some(({ value }) => value === '25'))) return;
    if ((claim.day ?? '') >= WITH_PREVENTION && claim.services.some(({ code }) => isPrevention(code?.value ?? ''))) return;
    report(addOn, `Medicare does not pay ${ADD_ON} beside a visit with modifier 25, unless that is for prevention`, {
      fixes: claim.origin === 'encounter' ? [{ title: `Take ${ADD_ON} off the claim`, safe: false, edits: [withoutLine(addOn)] }] : [],
    });
  },
});

function isOfficeVisit(code: string): boolean {
  return isIn([[99202, 99215]], code);
}

/** Vaccines and their giving, wellness visits, screening and advice. */
function isPrevention(code: string): boolean {
  return (
    /^G0(?:00[89]|010|10[1-6]|12[01]|296|40[2-5]|4[34]\d|47[23])$/.test(code) ||
    isIn(
      [
        [77067, 77067],
        [90460, 90759],
        [99406, 99407],
      ],
      code,
    )
  );
}
