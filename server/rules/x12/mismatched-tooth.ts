// A dental line says the tooth, its surfaces and the day as its service needs them.
import { eachSegment } from '../../model/each-segment';
import { isTooth, needsQuadrant, needsTooth, otherKindOfTooth, surfacesOf } from '../../model/teeth';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const DENTAL = '005010X224';
/** DTP01: service, earlier placement of a prosthesis. */
const SERVICE = '472',
  EARLIER = '441';
/** DTP01 of a claim beside the service: accident, appliance, repricer received. */
const OF_CLAIM = new Set(['439', '452', '050']);
/** SV305: in the place of an earlier one. */
const REPLACEMENT = 'R',
  INITIAL = 'I';
/** CLM19: asks what would be paid. */
const PREDETERMINATION = 'PB';
/** Ranges before the first code of a kind of service, which hold none since 2003, and numbers that stand for a code where there is none. */
const NO_SERVICE =
  /^D(?:0(?:0\d\d|1[01]\d)|[139]0\d\d|1[01]0\d|2(?:0\d\d|1[0-3]\d)|310\d|4(?:0\d\d|1\d\d|20\d)|50\d\d|510\d|600\d|70\d\d|7110|710\d|800\d|910\d|1234|4444|5678|6666|8888)$/;
const ORTHODONTICS = /^D8/;
/** Fillings, crowns and treatments of a root need the tooth. */
const TREATMENT = /^D[23]/;
/** What can be done once: taking a tooth out; scaling a quadrant, on one day. */
const EXTRACTION = /^D7(?:111|140|210|220|230|240|241|250)$/,
  SCALING = /^D434[12]$/;
/** What a tooth has once a day: fillings of several surfaces, inlays, crowns, roots filled. */
const WHOLE = /^D(?:21(?:50|6[01])|233[1-5]|239[2-4]|25\d\d|26\d\d|27\d\d|29(?:28|3[0-4])|33[123]0)$/;
/** Dentures of the upper and of the lower jaw, and what SV304 says of the other one. */
const UPPER = /^D5(?:110|130|211|213|221|223|225|227|282|410|421|710|720|730|740|750|760|810|820)$/,
  LOWER = /^D5(?:120|140|212|214|222|224|226|228|283|411|422|711|721|731|741|751|761|811|821)$/;
const UPPER_AREAS = new Set(['01', '10', '20']),
  LOWER_AREAS = new Set(['02', '30', '40']);
/** Extra teeth have numbers of their own. */
const USUAL = /^(?:0?[1-9]|[12]\d|3[0-2]|[A-T])$/;
/** SV304 -> teeth of that quadrant or arch. */
const AREAS: Readonly<Record<string, RegExp>> = {
  '01': /^(?:0?[1-9]|1[0-6]|[A-J])$/,
  '02': /^(?:1[7-9]|2\d|3[0-2]|[K-T])$/,
  '10': /^(?:0?[1-8]|[A-E])$/,
  '20': /^(?:0?9|1[0-6]|[F-J])$/,
  '30': /^(?:1[7-9]|2[0-4]|[K-O])$/,
  '40': /^(?:2[5-9]|3[0-2]|[P-T])$/,
};
/** What is built up in or put on a tooth. */
const ON_A_TOOTH = /^D29(?:1[05]|2[0189]|3[0-4]|40|5[0-57])$/;
/** Of these kinds a patient has one on a day. */
const ONE_A_DAY = [
  { what: 'the examination', services: ['D0120', 'D0145', 'D0150', 'D0180'] },
  { what: 'the cleaning', services: ['D1110', 'D1120'] },
];
/** DN202. */
const MISSING = 'M';

interface Line {
  readonly code: Value<string>;
  /** SV305. */
  readonly prosthesis: Value<string> | undefined;
  /** SV306: how often it was done. */
  readonly times: Value<string> | undefined;
  /** SV304: quadrant, arch or mouth. */
  readonly area: Value<string> | undefined;
  readonly teeth: Value<string>[];
  surfaces: Value<string>[];
  /** Day of the line. */
  day: string | undefined;
  /** When the earlier one was placed. */
  placed: Value<string> | undefined;
}

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'A dental line says tooth, surfaces and day as its service needs them',
  why: 'A payer sends back the filling of a tooth that is not named, or of other surfaces, and services without a day.',
  cites: [
    'ASC X12N 837D 005010X224A2, loop 2300 DTP*472 and DN2, loop 2400 SV3, TOO, DTP*472 and DTP*441',
    'ADA Dental Claim Form, items 25 to 28',
  ],
  transaction: '2400 TOO',
  bad: [
    '837D\nno TOO',
    '837D\nTOO*JP*3*O:B',
    '837D\nno DTP*472',
    '837D\nSV3*AD:D0012*180****1',
    '837D\nSV3*AD:D2740*180***R*1',
    '837D\nafter DTP*472: DN2*99*M****JP',
    '837D\nafter DTP*472: DN2*16*M****JP~DN2*16*E****JP',
    '837D\nTOO*JP*8*I',
    '837D\nSV3*AD:D4341*180****1\nno TOO',
    '837D\nSV3*AD:99213*180****1\nno TOO',
    '837D\nSV3*AD:D2740*180***R*1\nafter TOO: DTP*441*D8*20260816',
    '837D\nSV3*AD:D6240*180***I*1\nno TOO',
    '837D\nafter DTP*472: DN2*3*M****JP',
    '837D\nSV3*AD:D5110*180**02**1\nno TOO',
    '837D\nSV3*AD:D2740*180***I*1\nafter TOO: DTP*441*D8*20200301',
    '837D\nSV3*AD:D7140*180****1\nlast: LX*2~SV3*AD:D7210*0****1~TOO*JP*3~DTP*472*D8*20260815',
    '837D\nSV3*AD:D2392*180****2\nTOO*JP*3*O:B',
    '837D\nSV3*AD:D2392*180**30**1\nTOO*JP*3*O:B',
    '837D\nSV3*AD:D2950*180****1\nno TOO',
    '837D\nSV3*AD:D0120*180****1\nno TOO\nlast: LX*2~SV3*AD:D0150*0****1~DTP*472*D8*20260815',
    '837D\nSV3*AD:D1120*180****1\nno TOO\nlast: LX*2~SV3*AD:D1110*0****1~DTP*472*D8*20260815',
    '837D\nSV3*AD:D2392*180****1\nTOO*JP*3*O:B\nlast: LX*2~SV3*AD:D2392*0****1~TOO*JP*3*B:O~DTP*472*D8*20260815',
    '837D\nSV3*AD:D7140*180****1\nTOO*JP*3\nlast: LX*2~SV3*AD:D2740*0***I*1~TOO*JP*3~DTP*472*D8*20260815',
    '837D\nSV3*AD:D4341*180**10**1\nno TOO\nlast: LX*2~SV3*AD:D4341*0**10**1~DTP*472*D8*20260815',
  ],
  good: [
    '837D\nSV3*AD:D5120*180**02**1\nno TOO',
    '837D\nTOO*JP*3*O',
    '837D\nSV3*AD:D2392*180****1\nTOO*JP*3*O:B',
    '837D\nSV3*AD:D1110*180****1\nno TOO',
    '837D\nSV3*AD:D2392*180**10**1\nTOO*JP*3*O:B',
    '837D\nSV3*AD:D0120*180****1\nno TOO\nlast: LX*2~SV3*AD:D0140*0****1~DTP*472*D8*20260815',
    '837D\nafter DTP*472: DN2*16*M****JP',
    '837D\nSV3*AD:D2740*180***R*1\nafter TOO: DTP*441*D8*20200301',
    '837D\nCLM*E3001*180***11:B:1*Y*A*Y*Y**********PB\nno DTP*472',
  ],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith(DENTAL)) return;
    const row = x12Row(document, source, transaction.first);
    /** CLM19 asks only what would be paid: no day is needed. */
    let asked = false;
    /** Day of the claim. */
    let claimDay: string | undefined;
    /** What the claim tells of teeth: missing, impacted, to be taken out (DN2). */
    const told = new Map<string, string>();
    /** Teeth that were taken out and quadrants that were scaled so far in the claim. */
    const done = new Set<string>();
    /** By kind and day: the examination and the cleaning of the claim. */
    const days = new Map<string, string>();
    let line: Line | undefined;
    /** The claim’s number, its lines without a day, and has another one a day? */
    let claim: Value<string> | undefined;
    let undated: Value<string>[] = [];
    let isDated = false;
    const close = (): void => {
      if (line) judge(line);
      line = undefined;
    };
    eachSegment(document, transaction, ['HL', 'CLM', 'DTP', 'DN2', 'LX', 'SV3', 'TOO', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'DTP') {
        const kind = row.text(1);
        // A date of a kind that the guide does not know is told as such: it may be the one of the service.
        if (kind === SERVICE || (!line && !OF_CLAIM.has(kind))) {
          const day = row.dates(2, 3)?.value.from ?? row.text(3);
          if (line) line.day ??= day;
          else claimDay ??= day;
        } else if (line && kind === EARLIER) line.placed ??= row.day(3) ?? row.at(3);
      } else if (name === 'DN2') {
        const tooth = row.at(1);
        if (row.text(6) === 'JP' && tooth.value !== '' && !isTooth(tooth.value))
          report(tooth, `There is no tooth ${tooth.value}: 1 to 32, or A to T`, { transaction: '2300 DN201' });
        else if (row.text(6) === 'JP' && told.has(tooth.value))
          report(tooth, `Tooth ${tooth.value} is told of twice`, { transaction: '2300 DN201' });
        told.set(tooth.value, row.text(2));
      } else if (name === 'SV3') {
        const [kind, code] = row.parts(1);
        if (kind.value === 'AD' && code && !/^D\d{4}$/.test(code.value))
          report(code, `${code.value} is no dental service: a D and four digits`, { transaction: '2400 SV301-2' });
        if (kind.value === 'AD' && code)
          line = {
            code,
            prosthesis: row.value(5),
            times: row.value(6),
            area: row.value(4),
            teeth: [],
            surfaces: [],
            day: undefined,
            placed: undefined,
          };
      } else if (name === 'TOO') {
        if (!line) return;
        line.teeth.push(row.at(2));
        if (row.text(3) !== '') line.surfaces.push(...row.parts(3));
      } else if (name === 'LX') close();
      else {
        close();
        tellUndated();
        if (name === 'CLM') {
          claim = row.at(1);
          asked = row.text(19) === PREDETERMINATION;
          claimDay = undefined;
          told.clear();
          done.clear();
          days.clear();
        }
      }
    });
    close();
    tellUndated();

    function judge({ code, prosthesis, times, area, teeth, surfaces, day = claimDay, placed }: Line): void {
      const service = code.value;
      if (NO_SERVICE.test(service)) report(code, `There is no dental service ${service}`, { transaction: '2400 SV301-2' });
      if (day) isDated = true;
      else if (!asked && !ORTHODONTICS.test(service)) undated.push(code);
      if (prosthesis?.value === REPLACEMENT && !placed)
        report(prosthesis, 'When the earlier one was placed (DTP*441) is missing', { transaction: '2400 DTP*441' });
      else if (placed && prosthesis?.value === INITIAL)
        report(prosthesis, 'This is the first one (I), but when an earlier one was placed (DTP*441) is told', {
          transaction: '2400 SV305',
        });
      else if (placed && day && placed.value > day)
        report(placed, `The earlier one was placed on ${placed.value}, after this service on ${day}`, { transaction: '2400 DTP*441' });
      if (!area && teeth.length === 0 && needsQuadrant(service))
        report(code, `${service} is done on a quadrant: it is not named (SV304)`, { transaction: '2400 SV304' });
      if (area && ((UPPER.test(service) && LOWER_AREAS.has(area.value)) || (LOWER.test(service) && UPPER_AREAS.has(area.value))))
        report(area, `${service} is for the ${UPPER.test(service) ? 'upper' : 'lower'} jaw: ${area.value} is the other one`, {
          transaction: '2400 SV304',
        });
      if (area && SCALING.test(service))
        once(area, `${service} ${area.value} ${day}`, `Quadrant ${area.value} was already scaled on this day`, '2400 SV304');
      for (const group of ONE_A_DAY)
        if (group.services.includes(service)) {
          const other = days.get(`${group.what} ${day}`);
          if (other !== undefined && other !== service)
            report(code, `${other} is already ${group.what} of this day: ${service} is another kind of it`, {
              transaction: '2400 SV301-2',
            });
          days.set(`${group.what} ${day}`, service);
        }
      const [first] = teeth;
      if (area && teeth.length === 1 && USUAL.test(first.value) && AREAS[area.value]?.test(first.value) === false)
        report(area, `Tooth ${first.value} is not in the part of the mouth that SV304 names, ${area.value}`, { transaction: '2400 SV304' });
      for (const tooth of teeth) {
        if (WHOLE.test(service))
          once(
            tooth,
            `${service} ${tooth.value} ${day} ${surfaces
              .map(({ value }) => value)
              .sort()
              .join('')}`,
            `${service} was already done on tooth ${tooth.value} on this day`,
            '2400 TOO02',
          );
        if (TREATMENT.test(service) && done.has(tooth.value))
          report(tooth, `Tooth ${tooth.value} was taken out on an earlier line: ${service} cannot be done on it`, {
            transaction: '2400 TOO02',
          });
        if (EXTRACTION.test(service))
          once(tooth, tooth.value, `Tooth ${tooth.value} was already taken out on an earlier line`, '2400 TOO02');
        const kind = isTooth(tooth.value) ? otherKindOfTooth(service, tooth.value) : undefined;
        if (TREATMENT.test(service) && told.get(tooth.value) === MISSING)
          report(tooth, `Tooth ${tooth.value} is told to be missing (DN2): ${service} cannot be done on it`, { transaction: '2400 TOO02' });
        if (kind) report(tooth, `${service} is for ${kind}, tooth ${tooth.value} is none`, { transaction: '2400 TOO02' });
      }
      if (times && teeth.length === 1 && Number(times.value) > 1 && (WHOLE.test(service) || EXTRACTION.test(service)))
        report(times, `${service} is done once on a tooth, not ${times.value} times`, { transaction: '2400 SV306' });
      if (teeth.length === 0 && (needsTooth(service) || ON_A_TOOTH.test(service))) {
        report(code, `${service} is done on a tooth: it is not named (TOO)`);
        return;
      }
      const [least, most] = surfacesOf(service) ?? [];
      if (teeth.length !== 1 || least === undefined || most === undefined || (surfaces.length >= least && surfaces.length <= most)) return;
      const said = `${least === most ? least : `${least} or more`} surface${least === 1 ? '' : 's'}`;
      report(surfaces[0] ?? code, `${service} has ${said}, not ${surfaces.length}`, { transaction: '2400 TOO03' });
    }

    function tellUndated(): void {
      if (claim && !isDated && undated.length > 1)
        report(claim, 'Neither the claim nor one of its lines has a day of service (DTP*472)', { transaction: '2300 DTP*472' });
      else
        for (const code of undated)
          report(code, 'Neither this line nor its claim has a day of service (DTP*472)', { transaction: '2400 DTP*472' });
      undated = [];
      isDated = false;
    }

    function once(at: Value<string>, what: string, message: string, transaction: string): void {
      if (done.has(what)) report(at, message, { transaction });
      done.add(what);
    }
  },
});
