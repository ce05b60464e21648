// What a 277CA says of a claim because of a finding: category and status of the claim status codes, and whom they are about.
import type { Finding } from '../rules/rule';
import type { X12Document } from '../syntax/x12/read';
import type { Status } from './front-door';

/** A6 missing, A7 invalid, A8 does not go together, A3 returned. */
type Pair = readonly [category: 'A3' | 'A6' | 'A7' | 'A8', status: string];

const STATUSES: Readonly<Record<string, Pair>> = {
  'claim/invalid-authorization': ['A7', '252'],
  'claim/invalid-date': ['A7', '187'],
  'claim/invalid-prior-date': ['A7', '187'],
  'claim/invalid-stay': ['A7', '189'],
  'claim/invalid-total': ['A7', '402'],
  'claim/mismatched-sex': ['A8', '157'],
  'claim/missing-accident-date': ['A6', '248'],
  'claim/missing-accident-state': ['A6', '501'],
  'claim/unknown-accident-state': ['A7', '501'],
  'claim/missing-admission-date': ['A6', '189'],
  'claim/missing-facility': ['A6', '125'],
  'claim/missing-ordering': ['A6', '125'],
  'claim/missing-rendering': ['A6', '125'],
  'claim/misplaced-supervising': ['A8', '125'],
  'claim/unknown-delay-reason': ['A7', '555'],
  'claim/unknown-place': ['A7', '249'],
  'coverage/invalid-medicare-id': ['A7', '164'],
  'coverage/invalid-age': ['A8', '158'],
  'coverage/misplaced-dependent': ['A7', '156'],
  'coverage/mismatched-accident': ['A8', '171'],
  'coverage/mismatched-relationship': ['A8', '156'],
  'coverage/missing-medicare-reason': ['A6', '171'],
  'coverage/missing-member': ['A6', '164'],
  'coverage/unknown-medicare-reason': ['A7', '171'],
  'document/invalid-phone': ['A7', '124'],
  'diagnosis/misplaced-external-cause': ['A7', '254'],
  'diagnosis/misplaced-manifestation': ['A7', '254'],
  'patient/missing-address': ['A6', '126'],
  'patient/missing-born': ['A6', '158'],
  'patient/missing-sex': ['A6', '157'],
  'patient/invalid-born': ['A7', '158'],
  'payer/missing-authorization': ['A6', '252'],
  'provider/mismatched-taxonomy': ['A8', '145'],
  'provider/invalid-npi': ['A7', '562'],
  'provider/invalid-zip': ['A7', '500'],
  'document/invalid-zip': ['A7', '500'],
  'provider/misplaced-po-box': ['A7', '503'],
  'provider/unknown-taxonomy': ['A7', '145'],
  'provider/invalid-tax-id': ['A7', '128'],
  'service/duplicate-modifier': ['A7', '453'],
  'service/expired-modifier': ['A7', '453'],
  'service/unknown-modifier': ['A7', '453'],
  'service/invalid-modifier-pair': ['A8', '453'],
  'service/duplicate-pointer': ['A7', '477'],
  'service/unknown-pointer': ['A7', '477'],
  'service/invalid-charge': ['A7', '583'],
  'service/invalid-ndc': ['A7', '218'],
  'service/invalid-units': ['A7', '476'],
  'service/misplaced-minutes': ['A7', '659'],
  'x12/duplicate-claim': ['A3', '54'],
  'x12/duplicate-claim-number': ['A3', '54'],
  'x12/duplicate-order': ['A8', '171'],
  'x12/invalid-frequency': ['A7', '535'],
  'x12/misplaced-dot': ['A7', '255'],
  'x12/expired-qualifier': ['A7', '255'],
  'x12/invalid-tooth': ['A7', '244'],
  'x12/mismatched-patient-status': ['A8', '234'],
  'x12/mismatched-prior-line': ['A8', '672'],
  'x12/mismatched-prior-payment': ['A8', '672'],
  'x12/mismatched-total': ['A8', '400'],
  'x12/misplaced-line-date': ['A8', '187'],
  'x12/misplaced-relationship': ['A8', '156'],
  'x12/missing-original-number': ['A6', '464'],
  'x12/missing-relationship': ['A6', '156'],
  'x12/duplicate-code': ['A7', '460'],
  'x12/duplicate-provider': ['A8', '124'],
  'x12/invalid-contact': ['A7', '124'],
  'x12/mismatched-admission': ['A8', '189'],
  'x12/mismatched-creation-date': ['A7', '187'],
  'x12/mismatched-days': ['A8', '476'],
  'x12/mismatched-equipment': ['A8', '454'],
  'x12/mismatched-miles': ['A8', '266'],
  'x12/mismatched-referral': ['A8', '21'],
  'x12/mismatched-tooth': ['A8', '244'],
  'x12/misplaced-accident': ['A8', '248'],
  'x12/misplaced-gap': ['A7', '255'],
  'x12/misplaced-medicare-reason': ['A8', '171'],
  'x12/misplaced-original-number': ['A8', '464'],
  'x12/missing-casualty-number': ['A6', '629'],
  'x12/missing-filing': ['A6', '480'],
  'x12/missing-first-payer': ['A6', '171'],
  'x12/missing-npi': ['A6', '562'],
  'x12/missing-prior-date': ['A6', '516'],
  'x12/missing-prior-payment': ['A6', '672'],
  'x12/missing-poa': ['A6', '688'],
  'x12/duplicate-adjustment': ['A8', '672'],
  'x12/duplicate-decision': ['A8', '672'],
  'x12/invalid-prior-amount': ['A7', '672'],
  'x12/expired-reason': ['A7', '672'],
  'x12/invalid-country': ['A7', '126'],
  'x12/expired-admission-source': ['A7', '229'],
  'x12/invalid-hipps': ['A7', '513'],
  'x12/invalid-occurrence': ['A7', '720'],
  'x12/invalid-orthodontics': ['A7', '605'],
  'x12/misplaced-procedure': ['A7', '465'],
  'x12/missing-certificate': ['A6', '142'],
  'x12/missing-value-code': ['A6', '725'],
  'x12/missing-visit-reason': ['A6', '673'],
  'x12/missing-hipps': ['A6', '455'],
  'x12/missing-assessment': ['A6', '461'],
  'x12/missing-prior-stay': ['A6', '721'],
  'x12/missing-referring': ['A6', '125'],
  'x12/missing-change-reason': ['A6', '460'],
  'x12/mismatched-revenue-code': ['A8', '455'],
  'x12/missing-procedure': ['A6', '454'],
  'x12/invalid-tax-number': ['A7', '128'],
  'x12/invalid-uncovered': ['A8', '400'],
  'x12/invalid-case': ['A7', '511'],
  'x12/invalid-claim-date': ['A8', '187'],
  'x12/invalid-clia': ['A7', '544'],
  'x12/invalid-death': ['A7', '159'],
  'x12/invalid-name': ['A7', '125'],
  'x12/invalid-other-diagnosis': ['A7', '255'],
  'x12/invalid-patient-paid': ['A8', '400'],
  'x12/invalid-procedure': ['A7', '465'],
  'x12/invalid-range': ['A7', '187'],
  'x12/missing-attachment-number': ['A6', '489'],
  'x12/missing-attending': ['A6', '124'],
  'x12/missing-state': ['A6', '501'],
  'x12/missing-stay': ['A6', '189'],
  'x12/missing-transport': ['A6', '266'],
  'x12/unknown-code': ['A7', '521'],
  'x12/unknown-bill-type': ['A7', '228'],
  'x12/unknown-hospital-code': ['A7', '460'],
  'x12/unknown-line': ['A8', '672'],
  'x12/unknown-payer': ['A8', '479'],
  'x12/unknown-service': ['A7', '454'],
  'x12/unknown-revenue-code': ['A7', '455'],
  'payer/expired-timely-filing': ['A3', '718'],
};

/** Rules that are not in the table are told by their group. */
const GROUPS: Readonly<Record<string, Pair>> = {
  diagnosis: ['A7', '255'],
  service: ['A7', '507'],
  coverage: ['A7', '164'],
  patient: ['A7', '158'],
  provider: ['A7', '124'],
};

/** Parties that a status may name (STC01-3). */
const ENTITIES = new Set(['IL', 'QC', '85', '87', '82', 'DN', 'DK', 'DQ', '77', 'PR', '71', '72']);

/** Missing or invalid information is about somebody only where it stands in that party's segments. */
const WITH_PARTY = new Set(['NM1', 'N3', 'N4', 'REF', 'DMG', 'PER', 'PRV', 'SBR', 'PAT']);

export function statusOf(finding: Finding, document: X12Document, line: number | undefined): Status {
  const [category, status] = pairOf(finding);
  const segment = document.segments.at(finding.span.start);
  const entity = entityAt(document, segment);
  return { category, status, ...(entity && { entity }), message: finding.message, ...(line !== undefined && { line }) };
}

function pairOf({ rule }: Finding): Pair {
  return STATUSES[rule] ?? GROUPS[rule.split('/')[0]] ?? ['A7', '21'];
}

function entityAt({ segments }: X12Document, segment: number): string | undefined {
  if (segment < 0 || !WITH_PARTY.has(segments.id(segment))) return undefined;
  if (segments.id(segment) === 'SBR') return 'IL';
  if (segments.id(segment) === 'PAT') return 'QC';
  for (let i = segment; i >= 0 && WITH_PARTY.has(segments.id(i)); i -= 1) {
    if (segments.id(i) !== 'NM1') continue;
    const who = segments.text(i, 1);
    return ENTITIES.has(who) ? who : undefined;
  }
  // The taxonomy of the billing provider stands before its name.
  return segments.id(segment) === 'PRV' && segments.text(segment, 1) === 'BI' ? '85' : undefined;
}
