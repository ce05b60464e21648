// Loop 2400: one service line with its drug, its providers, and what earlier payers decided on it.
import { type PriorDecision, casSegments, writtenOff } from '../model/adjustment';
import type { Claim, ClaimService } from '../model/claim';
import { fullNdc } from '../model/identifiers';
import { formatX12Money } from '../model/money';
import { isUnlisted } from '../model/procedure-codes';
import type { SegmentValue } from '../syntax/x12/write';
import { lineControl } from './control';
import { clinician, cut, dateSegment, quantity, rangeSegment, reference, taxonomy } from './parts';

/** All segments of a line. `place` is that of the claim: a line names its own only where it differs. */
export function lineSegments(
  claim: Claim,
  service: ClaimService,
  control: string,
  place: string,
  decisions: readonly PriorDecision[],
): SegmentValue[] {
  const procedure = procedureOf(service);
  const note = service.note?.value ?? '';
  // What a code without a meaning of its own stands for travels in SV101-7.
  const described = isUnlisted(service.code?.value ?? '') && note !== '';
  const own = service.place?.value;
  return [
    ['LX', service.position],
    [
      'SV1',
      described ? [...padded(procedure, 6), cut(note, 80)] : procedure,
      formatX12Money(service.charged ?? 0),
      service.minutes ? 'MJ' : 'UN',
      unitsOf(service),
      own && own !== place ? own : '',
      '',
      service.pointed.filter((n) => n > 0).slice(0, 4),
      '',
      service.emergency?.value ? 'Y' : '',
    ],
    ...rangeSegment('472', service.days),
    ...reference('6R', service.line?.value ?? lineControl(control, service.position)),
    ...(note && !described ? [['NTE', 'ADD', cut(note, 80)] satisfies SegmentValue] : []),
    ...drug(service),
    ...lineProviders(claim, service),
    ...decisions.flatMap((decision) => lineDecision(claim, service, decision)),
  ];
}

/** Qualifier, code and modifiers. */
function procedureOf(service: ClaimService): string[] {
  return ['HC', service.code?.value ?? '', ...service.modifiers.slice(0, 4).map((one) => one.value)];
}

function padded(parts: readonly string[], size: number): string[] {
  return [...parts, ...Array<string>(size - parts.length).fill('')];
}

function unitsOf(service: ClaimService): string {
  return quantity(service.minutes?.value ?? service.units?.value ?? 1);
}

function drug({ ndc, units }: ClaimService): SegmentValue[] {
  if (!ndc) return [];
  return [
    ['LIN', '', 'N4', (fullNdc(ndc.code.value) ?? ndc.code.value).replaceAll('-', '')],
    ['CTP', '', '', '', quantity(Number(ndc.quantity ?? units?.value ?? 1)), [ndc.unit ?? 'UN']],
  ];
}

function lineProviders(claim: Claim, service: ClaimService): SegmentValue[] {
  const segments: SegmentValue[] = [];
  const rendering = service.rendering?.target;
  const named = claim.rendering?.target?.npi?.value ?? claim.billing?.target?.npi?.value;
  if (rendering && rendering.npi?.value !== named) {
    segments.push(clinician('82', rendering), ...taxonomy('PE', rendering));
  }
  const ordering = service.ordering?.target ?? claim.ordering?.target;
  if (ordering) segments.push(clinician('DK', ordering));
  return segments;
}

/** What an earlier payer neither paid nor wrote off: the next payer is asked for it, then the patient. */
export function leftOpen(charge: number, { paid, adjustments }: Pick<PriorDecision, 'paid' | 'adjustments'>): SegmentValue {
  return ['AMT', 'EAF', formatX12Money(Math.max(0, charge - paid - writtenOff(adjustments)))];
}

/** Loop 2430. */
function lineDecision(claim: Claim, service: ClaimService, decision: PriorDecision): SegmentValue[] {
  const line = decision.lines.find((one) => one.position === service.position);
  if (!line) return [];
  const payer = claim.coverages[decision.coverage]?.payer?.payerId?.value ?? '';
  return [
    ['SVD', payer, formatX12Money(line.paid), procedureOf(service), '', unitsOf(service)],
    ...casSegments(line.adjustments),
    ...dateSegment('573', decision.date),
    leftOpen(service.charged ?? 0, line),
  ];
}
