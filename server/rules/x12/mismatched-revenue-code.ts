// The revenue code of therapy and of visits at home fits the service.
import { rule } from '../rule';

interface Discipline {
  readonly revenue: string;
  readonly name: string;
  /** Modifier of its plan of care. */
  readonly modifier?: string;
  /** Services of visits at home. */
  readonly services: readonly string[];
}

const DISCIPLINES: readonly Discipline[] = [
  { revenue: '042', name: 'physical therapy', modifier: 'GP', services: ['G0151', 'G0157', 'G0159', 'G2168'] },
  { revenue: '043', name: 'occupational therapy', modifier: 'GO', services: ['G0152', 'G0158', 'G0160', 'G2169'] },
  { revenue: '044', name: 'speech therapy', modifier: 'GN', services: ['G0153', 'G0161'] },
  { revenue: '055', name: 'nursing', services: ['G0154', 'G0162', 'G0299', 'G0300', 'G0493', 'G0494', 'G0495', 'G0496'] },
  { revenue: '056', name: 'social work', services: ['G0155'] },
  { revenue: '057', name: 'aides', services: ['G0156'] },
];
const THERAPY_OR_VISIT = /^(?:04[2-4]|05[5-7])\d$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The revenue code of therapy and of visits at home is that of the service',
  why: 'A payer returns a bill on which the department and the service are of different professions.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 5, section 10.2 (therapy), and chapter 10, section 40.2 (home health)'],
  paper: '42',
  transaction: '2400 SV201',
  bad: ['837I\nSV2*0431*HC:G0151*500*UN*3', '837I\nSV2*0420*HC:97110:GO*500*UN*2', '837I\nSV2*0551*HC:G0156*500*UN*2'],
  good: ['837I\nSV2*0421*HC:G0151*500*UN*3', '837I\nSV2*0430*HC:97110:GO*500*UN*2', '837I\nSV2*0420*HC:97110*500*UN*2'],
  check({ sent }, { report }) {
    for (const { revenue, service } of sent?.lines ?? []) {
      if (!revenue || !service.code || !THERAPY_OR_VISIT.test(revenue.value)) continue;
      const code = service.code.value;
      const billed = DISCIPLINES.find((one) => revenue.value.startsWith(one.revenue));
      const meant = DISCIPLINES.find(
        ({ services, modifier }) => services.includes(code) || service.modifiers.some(({ value }) => value === modifier),
      );
      if (billed && meant && meant !== billed)
        report(
          revenue,
          `Revenue code ${revenue.value} is ${billed.name}, ${code} is ${meant.name} (${meant.revenue}x): correct one of the two`,
        );
    }
  },
});
