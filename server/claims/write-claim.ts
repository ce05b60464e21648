// Loop 2300: the claim itself, with its dates, numbers, diagnoses, providers, other coverages and lines.
import { type PriorDecision, casSegments } from '../model/adjustment';
import { type Claim, totalCharge } from '../model/claim';
import { diagnosisKey } from '../model/diagnosis-codes';
import { isMedicare } from '../model/identifiers';
import { formatX12Money } from '../model/money';
import { paidByPatient } from '../model/patient-payments';
import { payerOrder } from '../model/payer-order';
import { isMammography } from '../model/procedure-codes';
import type { Address } from '../syntax/superbill/values';
import type { SegmentValue } from '../syntax/x12/write';
import { memberId, patientIsSubscriber, relationshipCode } from './destination';
import { addressSegments, clinician, cut, dateSegment, nm1, quantity, reference, taxonomy } from './parts';
import { leftOpen, lineSegments } from './write-line';

/** CLM to the last line. `billed` is the coverage that the claim goes to. */
export function claimSegments(claim: Claim, control: string, billed: number, decisions: readonly PriorDecision[]): SegmentValue[] {
  const place = placeOf(claim);
  return [
    [
      'CLM',
      control,
      formatX12Money(totalCharge(claim) ?? 0),
      '',
      '',
      [place, 'B', claim.frequency],
      'Y',
      assignment(claim),
      benefits(claim),
      'Y',
      '',
      accident(claim),
      ...(claim.delayReason ? ['', '', '', '', '', '', '', '', claim.delayReason.value] : []),
    ],
    ...dates(claim),
    ...patientPaid(claim),
    ...reference('EW', mammography(claim)),
    ...reference('9F', claim.referral?.value),
    ...reference('G1', claim.authorization?.value),
    ...reference('F8', claim.original?.value),
    ...reference('X4', laboratory(claim)),
    ...(claim.claimNote ? [['NTE', 'ADD', cut(claim.claimNote.value, 80)] satisfies SegmentValue] : []),
    ...transport(claim),
    diagnoses(claim),
    ...providers(claim),
    ...rideEnd('PW', claim.pickUp?.value),
    ...rideEnd('45', claim.dropOff?.value),
    ...claim.coverages.flatMap((_, i) =>
      i === billed
        ? []
        : otherCoverage(
            claim,
            i,
            decisions.find((one) => one.coverage === i),
          ),
    ),
    ...claim.services.flatMap((service) =>
      lineSegments(
        claim,
        service,
        control,
        place,
        decisions.filter((one) => one.coverage !== billed),
      ),
    ),
  ];
}

/** CLM05-1. */
export function placeOf(claim: Claim): string {
  const onLine = claim.services.find((service) => service.place)?.place;
  return claim.place?.value ?? claim.facility?.target?.place?.value ?? onLine?.value ?? '11';
}

function assignment(claim: Claim): string {
  return { yes: 'A', 'lab-only': 'B', no: 'C' }[claim.assignment?.value ?? 'yes'];
}

/** Without assignment the money goes to the patient. */
function benefits(claim: Claim): 'Y' | 'N' {
  return claim.assignment?.value === 'no' ? 'N' : 'Y';
}

const ACCIDENTS = { auto: 'AA', work: 'EM', other: 'OA' } as const;

function accident({ accident: found }: Claim): string[] {
  if (!found) return [];
  const [first = '', second = ''] = found.value.kinds.map((kind) => ACCIDENTS[kind]);
  return found.value.kinds.includes('auto') ? [first, second, '', found.value.state?.value ?? ''] : [first, second];
}

function dates(claim: Claim): SegmentValue[] {
  return [
    ...dateSegment('431', claim.onset?.value),
    ...dateSegment('304', claim.lastSeen?.value),
    ...dateSegment('439', claim.accident?.value.date?.value),
    ...dateSegment('484', claim.lmp?.value),
    ...dateSegment('435', claim.admitted?.value),
    ...dateSegment('096', claim.discharged?.value),
  ];
}

function patientPaid(claim: Claim): SegmentValue[] {
  const paid = paidByPatient(claim.payments);
  return paid > 0 ? [['AMT', 'F5', formatX12Money(paid)]] : [];
}

/** A laboratory test goes out with the number of the laboratory's certificate. */
function laboratory(claim: Claim): string | undefined {
  const tests = claim.services.some(
    ({ code, modifiers }) => /^8\d{4}$|^\d{4}U$/.test(code?.value ?? '') || modifiers.some((modifier) => modifier.value === 'QW'),
  );
  return tests ? (claim.facility?.target?.clia?.value ?? claim.billing?.target?.clia?.value) : undefined;
}

/** A mammogram goes out with the number of the certificate. */
function mammography(claim: Claim): string | undefined {
  const taken = claim.services.some(({ code }) => isMammography(code?.value ?? ''));
  return taken ? (claim.facility?.target?.mammography?.value ?? claim.billing?.target?.mammography?.value) : undefined;
}

const REASONS = { nearest: 'A', physician: 'B', family: 'C', specialist: 'D', rehabilitation: 'E' } as const;

function transport({ transport: ride }: Claim): SegmentValue[] {
  if (!ride) return [];
  const { reason, miles, weight, roundTrip, stretcher } = ride.value;
  return [
    [
      'CR1',
      weight ? 'LB' : '',
      weight ? quantity(weight.value) : '',
      '',
      reason ? REASONS[reason.value] : '',
      'DH',
      miles ? quantity(miles.value) : '',
      '',
      '',
      cut(roundTrip?.value ?? '', 80),
      cut(stretcher?.value ?? '', 80),
    ],
  ];
}

/** Loops 2310E and 2310F: where an ambulance ride began and ended. */
function rideEnd(role: 'PW' | '45', address: Address | undefined): SegmentValue[] {
  return address ? [['NM1', role, '2'], ...addressSegments(address)] : [];
}

function diagnoses(claim: Claim): SegmentValue {
  return ['HI', ...claim.diagnoses.slice(0, 12).map(({ code }, i) => [i === 0 ? 'ABK' : 'ABF', diagnosisKey(code?.value ?? '')])];
}

function providers(claim: Claim): SegmentValue[] {
  const segments: SegmentValue[] = [];
  const { referring, rendering, facility, supervising } = claim;
  const billing = claim.billing?.target;
  if (referring?.target) segments.push(clinician('DN', referring.target));
  // Who bills under a number of their own is not named again.
  if (rendering?.target && rendering.target.npi?.value !== billing?.npi?.value) {
    segments.push(clinician('82', rendering.target), ...taxonomy('PE', rendering.target));
  }
  if (facility?.target) {
    segments.push(
      nm1('77', facility.target.name?.value, 'XX', facility.target.npi?.value, '2'),
      ...addressSegments(facility.target.address?.value),
    );
  }
  if (supervising?.target) segments.push(clinician('DQ', supervising.target));
  return segments;
}

/** Loops 2320, 2330A and 2330B. */
function otherCoverage(claim: Claim, index: number, decision: PriorDecision | undefined): SegmentValue[] {
  const one = claim.coverages[index];
  if (!one) return [];
  const { coverage, payer } = one;
  const holder = patientIsSubscriber(one) ? claim.patient?.target : one.subscriber;
  const filing = payer?.filing?.value;
  const secondary = isMedicare(filing) && index > 0 ? (coverage.medicareSecondary?.value ?? '') : '';
  const whole = decision?.lines.length === 0 ? decision : undefined;
  return [
    ['SBR', payerOrder(index), relationshipCode(one), coverage.group?.value ?? '', '', secondary, '', '', '', filing ?? 'ZZ'],
    ...(decision ? [...casSegments(decision.adjustments), ['AMT', 'D', formatX12Money(decision.paid)] satisfies SegmentValue] : []),
    // Said of the claim only where nothing is said of its lines, and so is the day of the decision below.
    ...(whole ? [leftOpen(totalCharge(claim) ?? 0, whole)] : []),
    ['OI', '', '', benefits(claim), '', '', 'Y'],
    nm1('IL', holder?.name?.value, 'MI', memberId(one)),
    ...addressSegments(holder?.address?.value),
    nm1('PR', payer?.name?.value, 'PI', payer?.payerId?.value, '2'),
    ...addressSegments(payer?.address?.value),
    ...dateSegment('573', whole?.date),
    ...reference('F8', decision?.payerNumber),
  ];
}
