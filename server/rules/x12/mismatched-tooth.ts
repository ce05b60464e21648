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
/** SV305: in the place of an earlier one. */
const REPLACEMENT = 'R';
/** CLM19: asks what would be paid. */
const PREDETERMINATION = 'PB';
/** Codes of dental services begin here. */
const FIRST_CODE = 'D0100';
const ORTHODONTICS = /^D8/;
/** Fillings, crowns and treatments of a root need the tooth. */
const TREATMENT = /^D[23]/;
/** DN202. */
const MISSING = 'M';

interface Line {
  readonly code: Value<string>;
  /** SV305, where a prosthesis takes the place of another one. */
  readonly replaced: Value<string> | undefined;
  /** SV304: quadrant, arch or mouth. */
  readonly area: boolean;
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
    '837D\nafter DTP*472: DN2*3*M****JP',
  ],
  good: [
    '837D\nTOO*JP*3*O',
    '837D\nSV3*AD:D2392*180****1\nTOO*JP*3*O:B',
    '837D\nSV3*AD:D1110*180****1\nno TOO',
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
    /** Has a line of the claim a day? */
    let dated = false;
    /** What the claim tells of teeth: missing, impacted, to be taken out (DN2). */
    const told = new Map<string, string>();
    let line: Line | undefined;
    /** Lines of the claim without a day. */
    const undated: Value<string>[] = [];
    const close = (): void => {
      if (line) judge(line);
      line = undefined;
    };
    const closeClaim = (): void => {
      close();
      // A claim without any day may ask what would be paid, and not say so: payers differ.
      const severity = dated ? 'error' : 'warning';
      for (const code of undated)
        report(code, 'Neither this line nor its claim has a day of service (DTP*472)', { severity, transaction: '2400 DTP*472' });
      undated.length = 0;
      dated = false;
    };
    eachSegment(document, transaction, ['HL', 'CLM', 'DTP', 'DN2', 'LX', 'SV3', 'TOO', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'DTP') {
        const kind = row.text(1);
        if (kind === SERVICE) {
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
        const prosthesis = row.value(5);
        const replaced = prosthesis?.value === REPLACEMENT ? prosthesis : undefined;
        if (kind.value === 'AD' && code && !/^D\d{4}$/.test(code.value))
          report(code, `${code.value} is no dental service: a D and four digits`, { transaction: '2400 SV301-2' });
        if (kind.value === 'AD' && code)
          line = { code, replaced, area: row.has(4), teeth: [], surfaces: [], day: undefined, placed: undefined };
      } else if (name === 'TOO') {
        if (!line) return;
        line.teeth.push(row.at(2));
        if (row.text(3) !== '') line.surfaces.push(...row.parts(3));
      } else if (name === 'LX') close();
      else {
        closeClaim();
        if (name === 'CLM') {
          asked = row.text(19) === PREDETERMINATION;
          claimDay = undefined;
          told.clear();
        }
      }
    });
    closeClaim();

    function judge({ code, replaced, area, teeth, surfaces, day = claimDay, placed }: Line): void {
      const service = code.value;
      if (/^D\d{4}$/.test(service) && service < FIRST_CODE)
        report(code, `There is no dental service ${service}: they begin with D01`, { transaction: '2400 SV301-2' });
      if (day) dated = true;
      else if (!asked && !ORTHODONTICS.test(service)) undated.push(code);
      if (replaced && !placed) report(replaced, 'When the earlier one was placed (DTP*441) is missing', { transaction: '2400 DTP*441' });
      else if (placed && day && placed.value > day)
        report(placed, `The earlier one was placed on ${placed.value}, after this service on ${day}`, { transaction: '2400 DTP*441' });
      if (!area && teeth.length === 0 && needsQuadrant(service))
        report(code, `${service} is done on a quadrant: it is not named (SV304)`, { transaction: '2400 SV304' });
      for (const tooth of teeth) {
        const kind = isTooth(tooth.value) ? otherKindOfTooth(service, tooth.value) : undefined;
        if (TREATMENT.test(service) && told.get(tooth.value) === MISSING)
          report(tooth, `Tooth ${tooth.value} is told to be missing (DN2): ${service} cannot be done on it`, { transaction: '2400 TOO02' });
        if (kind) report(tooth, `${service} is for ${kind}, tooth ${tooth.value} is none`, { transaction: '2400 TOO02' });
      }
      if (teeth.length === 0 && needsTooth(service)) {
        report(code, `${service} is done on a tooth: it is not named (TOO)`);
        return;
      }
      const [least, most] = surfacesOf(service) ?? [];
      if (teeth.length !== 1 || least === undefined || most === undefined || (surfaces.length >= least && surfaces.length <= most)) return;
      const said = `${least === most ? least : `${least} or more`} surface${least === 1 ? '' : 's'}`;
      report(surfaces[0] ?? code, `${service} has ${said}, not ${surfaces.length}`, { transaction: '2400 TOO03' });
    }
  },
});
