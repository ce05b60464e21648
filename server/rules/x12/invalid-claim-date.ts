// Every date of a claim runs forwards: what came first is first, and nothing lies where it cannot.
import { lastDay } from '../../model/claim';
import { eachSegment } from '../../model/each-segment';
import type { SentDate, SentLine } from '../../model/sent-claim';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** By DTP01: what cannot be after the service. */
const BEFORE: Readonly<Record<string, string>> = {
  '454': 'The first treatment',
  '453': 'The acute stage',
  '455': 'The X-ray',
  '471': 'The prescription',
  '444': 'The first contact',
};
/** The same of a line. */
const BEFORE_LINE: Readonly<Record<string, string>> = {
  ...BEFORE,
  '304': 'The last visit',
  '461': 'The last certification',
  '463': 'The beginning of the therapy',
};
/** [earlier, later, what is said]. */
const ORDER = [
  ['360', '361', 'The disability ends before it begins'],
  ['297', '296', 'The patient is back at work before the last day worked'],
  ['090', '091', 'Care is handed over before it is taken over'],
] as const;
/** What has happened, so that it cannot lie in the future. */
const PAST: Readonly<Record<string, string>> = {
  ...BEFORE,
  '297': 'The last day worked',
  '050': 'The receipt',
  '573': 'The decision of a payer',
  '090': 'The taking over of care',
  '452': 'The placing of the appliance',
};

/** DTP01: another payer has decided; a certification was given or given again. */
const DECIDED = '573',
  CERTIFIED = '607';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'The dates of a claim run forwards',
  why: 'A payer refuses a claim whose dates cannot be: it is not read further.',
  cites: [
    'ASC X12N 837P 005010X222A1, loops 2300, 2330B and 2430 DTP',
    'CMS Medicare Claims Processing Manual, chapter 26, items 14 to 18',
  ],
  transaction: '2300 DTP03',
  bad: [
    'after CLM: DTP*454*D8*20260816',
    'after CLM: DTP*360*D8*20260810~DTP*361*D8*20260801',
    'after CLM: DTP*297*D8*20260810~DTP*296*D8*20260801',
    'after CLM: DTP*297*D8*20260910',
    'after DTP*472: DTP*471*D8*20260820',
    'after DTP*472: DTP*607*D8*20261001',
    'after PRV*PE: SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055~DTP*573*D8*20260801',
  ],
  good: [
    'after CLM: DTP*454*D8*20260815',
    'after DTP*472: DTP*471*D8*20260815',
    'after CLM: DTP*360*D8*20260810~DTP*361*D8*20261224',
    'after CLM: DTP*297*D8*20260810~DTP*296*D8*20261001',
  ],
  check(claim, { report, today }) {
    const { sent } = claim;
    if (!sent) return;
    const last = lastDay(claim),
      first = claim.day;
    for (const { kind, at } of sent.dates) {
      if (BEFORE[kind] && last !== undefined && at.value.from > last)
        report(at, `${BEFORE[kind]}, ${at.value.from}, is after the service on ${last}`);
      else if (kind === DECIDED && first !== undefined && at.value.from < first)
        report(at, `A payer decided on ${at.value.from}, before the service on ${first}`, { transaction: '2330B DTP03' });
      else if (PAST[kind] && at.value.from > today) report(at, `${PAST[kind]}, ${at.value.from}, is in the future`);
    }
    for (const [earlier, later, says] of ORDER) {
      const first = dateOf(sent.dates, earlier),
        second = dateOf(sent.dates, later);
      if (first && second && second.at.value.from < first.at.value.from) report(second.at, `${says}, ${first.at.value.from}`);
    }
    // Lines mostly have no date but that of the service.
    let line: SentLine | undefined;
    const row = x12Row(sent.document, claim.source, sent.first);
    eachSegment(sent.document, sent, ['LX', 'DTP'], (segment, name) => {
      if (name === 'LX') line = sent.lines.find((one) => one.segment === segment);
      if (name === 'LX' || !line) return;
      row.go(segment);
      const what = BEFORE_LINE[row.text(1)] ?? (row.text(1) === CERTIFIED ? 'The certification' : undefined);
      const at = what === undefined ? undefined : row.day(3);
      const end = line.service.days?.to;
      if (!at) return;
      if (row.text(1) !== CERTIFIED && end !== undefined && at.value > end)
        report(at, `${what}, ${at.value}, is after the service on ${end}`, { transaction: '2400 DTP03' });
      else if (at.value > today) report(at, `${what}, ${at.value}, is in the future`, { transaction: '2400 DTP03' });
    });
    for (const { service, decisions } of sent.lines) {
      const day = service.days?.from;
      for (const { decided } of decisions) {
        if (!decided) continue;
        if (decided.value.from > today)
          report(decided, `The decision of the payer, ${decided.value.from}, is in the future`, { transaction: '2430 DTP03' });
        else if (day !== undefined && decided.value.from < day)
          report(decided, `The payer decided on ${decided.value.from}, before the service on ${day}`, { transaction: '2430 DTP03' });
      }
    }
  },
});

function dateOf(dates: readonly SentDate[], kind: string): SentDate | undefined {
  return dates.find((one) => one.kind === kind);
}
