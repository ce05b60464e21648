// An 837 → the claims in it, and what each of its segments and elements stands for in the encounter. Works from the file alone.
import type { ClaimPlace, PlaceKind, SentPosition } from '../model/claim-place';
import { transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';
import type { Transaction, X12Document } from '../syntax/x12/read';

/** A claim of the file and the word in it that a segment stands for. */
export interface Located {
  /** CLM01. */
  readonly control: string;
  readonly place: ClaimPlace;
}

export interface LocatedLine {
  /** From 1. */
  readonly position: number;
  /** REF*6R. */
  readonly control: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** Number of the LX segment. */
  readonly segment: number;
}

export interface LocatedClaim {
  readonly control: string;
  readonly transaction: Transaction;
  /** SBR01: P, S, T: which coverage was billed. */
  readonly order: string;
  /** ISA13, GS06, ST02 and BHT03. */
  readonly numbers: { readonly interchange: string; readonly group: string; readonly transaction: string; readonly batch: string };
  /** Number of the CLM segment, and of the segment behind the claim's last. */
  readonly first: number;
  readonly end: number;
  readonly lines: readonly LocatedLine[];
}

export interface Located837 {
  readonly claims: readonly LocatedClaim[];
  /** What a segment, an element or a component stands for, for each claim that it belongs to. Numbers as in the reader. */
  at(segment: number, element?: number, component?: number): readonly Located[];
}

/** What a 999 speaks of, in the file that was sent. Without such a group or transaction nothing. */
export function locateSent(document: X12Document, sent: SentPosition, located: Located837 = locate837(document)): readonly Located[] {
  for (const group of document.interchanges.flatMap((interchange) => interchange.groups)) {
    if (Number(group.control) !== Number(sent.group)) continue;
    const transaction = group.transactions.find((one) => one.control === sent.transaction);
    if (!transaction) continue;
    const segment = Math.min(transaction.first + Math.max(1, sent.position) - 1, transaction.end - 1);
    return located.at(segment, sent.element, sent.component);
  }
  return [];
}

/** Which line an answer speaks of: by its control number, else by its code, else by its order. */
export function findLine(claim: LocatedClaim, control: string, code: string, order: number): LocatedLine | undefined {
  return (
    (control ? claim.lines.find((line) => line.control === control) : undefined) ??
    claim.lines.find((line) => line.position === order && line.code === code) ??
    claim.lines.find((line) => line.code === code) ??
    claim.lines[order - 1]
  );
}

/** The claims from one to another in file order, `end` exclusive. */
interface Scope {
  first: number;
  end: number;
}

/** What a segment is: whose, what kind, and for which claims. */
interface Role {
  readonly scope: Scope;
  readonly name: string;
  readonly line?: LocatedLine;
  /** Which other coverage, from 1. */
  readonly other?: number;
}

type OpenClaim = Omit<Writable<LocatedClaim>, 'lines'> & { lines: Writable<LocatedLine>[] };

/** Walks over all 837 transactions of a file once. */
export function locate837(document: X12Document): Located837 {
  const claims: OpenClaim[] = [];
  const roles = new Map<number, Role>();
  for (const { interchange, group, transaction } of transactionsOf(document, '837')) {
    const numbers = { interchange: interchange.control, group: group.control, transaction: transaction.control, batch: '' };
    walk(document, transaction, numbers, claims, roles);
  }
  return {
    claims,
    at(segment, element, component) {
      const role = roles.get(segment);
      if (!role) return [];
      const place = placeOf(document, segment, role, element, component);
      return claims.slice(role.scope.first, role.scope.end).map(({ control }) => ({ control, place }));
    },
  };
}

function walk(
  document: X12Document,
  transaction: Transaction,
  numbers: LocatedClaim['numbers'],
  claims: OpenClaim[],
  roles: Map<number, Role>,
): void {
  const { segments } = document;
  const scope = (): Scope => ({ first: claims.length, end: claims.length });
  // Scopes by depth: transaction, billing provider, subscriber, patient; and the claim.
  let open: Scope[] = [scope()];
  let ownScope: Scope | undefined;
  let party = '',
    order = '',
    other: number | undefined;
  let own: Writable<LocatedClaim['numbers']> = numbers;
  let claim: OpenClaim | undefined, line: Writable<LocatedLine> | undefined;
  const endClaim = (): void => {
    if (claim) claim.end = at;
    claim = line = other = ownScope = undefined;
    party = '';
  };
  let at = transaction.first;
  for (; at < transaction.end; at++) {
    const id = segments.id(at);
    const get = (n: number): string => segments.text(at, n);
    switch (id) {
      case 'BHT':
        own = { ...numbers, batch: get(3) };
        break;
      case 'HL':
        endClaim();
        open = [...open.slice(0, { 20: 1, 22: 2, 23: 3 }[get(3)] ?? 3), scope()];
        break;
      case 'CLM':
        endClaim();
        ownScope = scope();
        for (const each of [...open, ownScope]) each.end = claims.length + 1;
        claims.push((claim = { control: get(1).trim(), transaction, order, numbers: own, first: at, end: transaction.end, lines: [] }));
        break;
      case 'LX':
        other = undefined;
        party = '';
        claim?.lines.push((line = { position: claim.lines.length + 1, control: '', code: '', modifiers: [], segment: at }));
        break;
      case 'SBR':
        if (claim) other = (other ?? 0) + 1;
        else order = get(1);
        break;
      case 'NM1':
        party = get(1);
        break;
      case 'SV1':
      case 'SV3':
        if (line) readProcedure(line, document, at, 1);
        break;
      case 'SV2':
        if (line) readProcedure(line, document, at, 2);
        break;
      case 'REF':
        if (line && get(1) === '6R') line.control = get(2);
        break;
      case 'SE':
        endClaim();
        open = open.slice(0, 1);
        break;
    }
    const innermost = ownScope ?? open.at(-1) ?? { first: 0, end: 0 };
    roles.set(at, {
      scope: innermost,
      name: nameOf(id, get(1), party, line !== undefined, other),
      ...(line && { line }),
      ...(other !== undefined && !line && { other }),
    });
  }
}

function readProcedure(line: Writable<LocatedLine>, document: X12Document, segment: number, element: number): void {
  const [, code, ...rest] = document.segments.components(segment, element).map((piece) => piece.text);
  line.code = code ?? '';
  line.modifiers = rest.slice(0, 4).filter(Boolean);
}

/** `NM1 85`, `N4 IL`, `2400 DTP 472`: what the table below is read by. */
function nameOf(id: string, first: string, party: string, inLine: boolean, other: number | undefined): string {
  const prefix = inLine ? '2400 ' : other === undefined ? '' : '2320 ';
  const ofParty = /^(NM1|N3|N4|DMG|PER|PRV)$/.test(id) || (id === 'REF' && /^(85|87)$/.test(party));
  if (ofParty) return `${prefix}${id} ${id === 'PRV' && party === '' ? '85' : party}`;
  if (/^(DTP|REF|AMT)$/.test(id)) return `${prefix}${id} ${first}`;
  return `${prefix}${id}`;
}

type Elements = PlaceKind | { readonly [element: number]: PlaceKind; readonly other: PlaceKind };

const PERSON = (name: PlaceKind, id: PlaceKind): Elements => ({ 3: name, 4: name, 5: name, 7: name, 9: id, other: name });

const PLACES: Readonly<Record<string, Elements>> = {
  'NM1 41': { 9: 'submitter', other: 'billing-name' },
  'PER 41': 'billing-name',
  'NM1 40': 'payer-id',
  'NM1 85': PERSON('billing-name', 'billing-npi'),
  'N3 85': 'billing-address',
  'N4 85': 'billing-address',
  'REF 85': 'tax-id',
  'PER 85': 'billing-name',
  'PRV 85': 'billing-taxonomy',
  'NM1 87': 'billing-address',
  'N3 87': 'billing-address',
  'N4 87': 'billing-address',
  SBR: { 1: 'coverage', 2: 'relationship', 3: 'group', 4: 'group', 5: 'coverage', 9: 'filing', other: 'coverage' },
  'NM1 IL': PERSON('subscriber-name', 'member'),
  'N3 IL': 'patient-address',
  'N4 IL': 'patient-address',
  'DMG IL': { 2: 'patient-born', 3: 'patient-sex', other: 'patient-born' },
  'NM1 PR': 'payer-id',
  'N3 PR': 'payer-id',
  'N4 PR': 'payer-id',
  PAT: 'relationship',
  'NM1 QC': 'patient-name',
  'N3 QC': 'patient-address',
  'N4 QC': 'patient-address',
  'DMG QC': { 2: 'patient-born', 3: 'patient-sex', other: 'patient-born' },
  CLM: { 2: 'charge', 7: 'assignment', 8: 'assignment', 11: 'accident', 20: 'delay-reason', other: 'claim' },
  'DTP 431': 'onset',
  'DTP 304': 'last-seen',
  'DTP 439': 'accident',
  'DTP 484': 'lmp',
  'DTP 435': 'admitted',
  'DTP 096': 'discharged',
  'AMT F5': 'payments',
  'REF 9F': 'referral',
  'REF G1': 'authorization',
  'REF Y4': 'casualty-claim',
  'REF F8': 'original-number',
  'REF X4': 'clia',
  'REF EW': 'mammography',
  NTE: 'claim-note',
  HI: 'diagnosis',
  CR1: 'transport',
  'NM1 DN': 'referring',
  'NM1 82': 'rendering',
  'PRV 82': 'rendering',
  'NM1 77': 'facility',
  'N3 77': 'facility',
  'N4 77': 'facility',
  'NM1 DQ': 'supervising',
  'NM1 PW': 'pick-up',
  'N3 PW': 'pick-up',
  'N4 PW': 'pick-up',
  'NM1 45': 'drop-off',
  'N3 45': 'drop-off',
  'N4 45': 'drop-off',
  '2400 LX': 'service',
  '2400 SV1': { 2: 'charge', 3: 'units', 4: 'units', 5: 'place', 7: 'pointer', 9: 'emergency', other: 'procedure' },
  '2400 SV2': { 3: 'charge', 4: 'units', 5: 'units', other: 'procedure' },
  '2400 SV3': { 2: 'charge', 3: 'place', 6: 'units', 11: 'pointer', other: 'procedure' },
  '2400 DTP 472': 'date',
  '2400 REF 6R': 'line-number',
  '2400 REF G1': 'authorization',
  '2400 REF 9F': 'referral',
  '2400 REF X4': 'clia',
  '2400 NTE': 'note',
  '2400 LIN': 'ndc',
  '2400 CTP': 'ndc',
  '2400 NM1 82': 'rendering',
  '2400 PRV 82': 'rendering',
  '2400 NM1 DK': 'ordering',
  '2400 NM1 DN': 'referring',
  '2400 NM1 DQ': 'supervising',
  '2400 NM1 77': 'facility',
  '2400 SVD': 'other-coverage',
  '2400 CAS': 'other-coverage',
  '2400 DTP 573': 'other-coverage',
  '2400 AMT EAF': 'other-coverage',
};

function placeOf(document: X12Document, segment: number, role: Role, element = 0, component = 0): ClaimPlace {
  if (role.other !== undefined) return { kind: 'other-coverage', n: role.other };
  const { segments } = document;
  const found = PLACES[role.name];
  const kind =
    found === undefined ? (role.line ? 'service' : 'claim') : typeof found === 'string' ? found : (found[element] ?? found.other);
  if (role.name === 'CLM' && element === 5) return { kind: component === 3 ? 'frequency' : 'place' };
  if (role.name === 'HI') {
    const n = Math.max(1, element);
    const code = segments.component(segment, n, 2).text;
    return { kind: 'diagnosis', n, ...(code && { code }) };
  }
  // An earlier payer's decision on a line belongs to that payer's coverage, not to the line.
  if (!role.line || kind === 'other-coverage') return { kind };
  const { position, code, control } = role.line;
  const line = { n: position, ...(code && { code }), ...(control && { line: control }) };
  const procedure = /^2400 SV[13]$/.test(role.name) ? element === 1 : role.name === '2400 SV2' && element === 2;
  if (procedure && component >= 3 && component <= 6) return { kind: 'modifier', ...line, k: component - 2 };
  if (kind === 'pointer') return { kind, ...line, ...(component > 0 && { k: component }) };
  return { kind, ...line };
}
