// The services of remittances, inquiries, requests and their answers, and those that other payers decided on, exist.
import { eachSegment } from '../../model/each-segment';
import { isCpt, isHcpcs, isOutsideCpt } from '../../model/procedure-codes';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Services by HCPCS or CPT. */
const HCPCS = 'HC';
/** Segment -> the elements that hold a service. */
const SERVICES: Readonly<Record<string, readonly number[]>> = { SVC: [1, 6], EQ: [2], EB: [13], SV1: [1], SV2: [2] };
/** Of a claim, the lines themselves have rules of their own. */
const OF_CLAIMS: typeof SERVICES = { SVD: [3] };

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837', '270', '271', '276', '277', '278', '835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A service and its modifiers exist, and its units are more than none',
  why: 'The line does not find the one that was billed or asked about: it cannot be posted or answered.',
  cites: [
    'ASC X12N 835 005010X221A1, loop 2110 SVC01 and SVC05',
    'ASC X12N 278 005010X217, loop 2000F SV1 and SV2',
    'ASC X12N 270/271 005010X279A1, EQ02 and EB13',
  ],
  transaction: '2110 SVC01-2',
  bad: [
    '835\nSVC*HC:99999:25*145*92.5**1',
    '835\nSVC*HC:99213:Z9*145*92.5**1',
    '835\nSVC*HC:99213:25*145*92.5**-1',
    '835\nSVC*HC:99213:25*145*92.5*ER*1',
    '276\nSVC*HC:99999*145*****1',
    '278\nSV1*HC:99999',
    '270\nEQ**HC:99999',
    '276\nSVC*HC:9921*145*****1',
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055
after REF*6R: SVD*60055*100*HC:99999**1~CAS*CO*45*45~DTP*573*D8*20260825`,
  ],
  good: ['835\nSVC*HC:99213:25*145*92.5**1', '835\nSVC*NU:0450*145*92.5**1'],
  check({ document, transaction, source }, { report, codes, today }) {
    const row = x12Row(document, source, transaction.first);
    const ofClaim = transaction.type === '837';
    const services = ofClaim ? OF_CLAIMS : SERVICES;
    const severity = ofClaim ? 'error' : 'warning';
    eachSegment(document, transaction, Object.keys(services), (segment, name) => {
      row.go(segment);
      const units = name === 'SVC' ? row.value(5) : undefined;
      if (units && Number(units.value) < 0 && Number(row.text(2)) >= 0)
        report(units, `${units.value} units: less than none`, { severity: 'error', transaction: '2110 SVC05' });
      // Beside a service stands the department of a hospital.
      const revenue = name === 'SVC' ? row.value(4) : undefined;
      if (revenue && !/^\d{3,4}$/.test(revenue.value))
        report(revenue, `${revenue.value} is not a revenue code: it has four digits`, { severity: 'error', transaction: '2110 SVC04' });
      for (const n of services[name]) {
        const [kind, code, ...modifiers] = row.parts(n);
        if (kind.value !== HCPCS || !code || code.value === '') continue;
        const place = `${name}${String(n).padStart(2, '0')}`;
        if (!isCpt(code.value) && !isHcpcs(code.value)) {
          report(code, `${code.value} is not a service code: it has five characters, such as 99213 or J3301`, {
            severity: 'error',
            transaction: `${place}-2`,
          });
          continue;
        }
        const answer = isHcpcs(code.value) ? codes.find('hcpcs', code.value, today) : undefined;
        if (answer ? answer.status === 'unknown' && !answer.unsure : isOutsideCpt(code.value))
          report(code, `There is no service code ${code.value}`, { severity, transaction: `${place}-2` });
        for (const modifier of modifiers.slice(0, 4))
          if (modifier.value !== '' && !code.value.startsWith('A0') && codes.find('modifiers', modifier.value, today).status === 'unknown')
            report(modifier, `${modifier.value} is not in the modifiers on this machine`, { severity, transaction: `${place}-3` });
      }
    });
  },
});
