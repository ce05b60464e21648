// A claim file (837) for a person: each claim with its patient, payer, diagnoses and services in words.
import type { Claim, ClaimService } from '../../model/claim';
import type { Diagnosis } from '../../model/definitions';
import type { Party } from '../../model/definitions';
import { visit837 } from '../../model/lower-837';
import { parseX12Money, readableMoney, sum } from '../../model/money';
import type { DateRange } from '../../syntax/superbill/values';
import { meaningOf } from '../../syntax/x12/codes';
import type { X12Document } from '../../syntax/x12/read';
import { serviceCard } from '../explain/explain';
import { dayOf, measured } from './blocks';
import { counted } from '../wording';
import { type ReportRow, type ReportSection, type ReportWorld, MOST_CLAIMS, nameOf } from './shape';
import { codeMeaning, setOf } from '../x12/codes';

const FORMS = { professional: 'Professional', institutional: 'Institutional', dental: 'Dental' } as const;
const FREQUENCIES = { 1: '', 7: 'replaces an earlier claim', 8: 'takes back an earlier claim' } as const;

/** One section for the claims of a file. */
export function claimSections(document: X12Document, world: ReportWorld): ReportSection[] {
  const shown: Claim[] = [];
  let count = 0,
    total = 0;
  // Of a hundred thousand claims only those that are shown are kept.
  visit837(
    document,
    { uri: '', text: document.text, language: 'x12' },
    {
      claim(one) {
        count += 1;
        total += chargeOf(one);
        if (shown.length < MOST_CLAIMS) shown.push(one);
      },
    },
  );
  const [first] = shown;
  if (!first) return [];
  const practice = partyName(first.billing?.target) || first.billing?.at.value || 'a practice';
  const more = count > shown.length ? ` The first ${shown.length} are listed.` : '';
  return [
    {
      heading: `${FORMS[first.form]} claims of ${practice}`,
      summary: `${counted(count, 'claim')}, ${readableMoney(total)} in all.${more}`,
      sections: shown.map((claim) => claimSection(claim, world)),
    },
  ];
}

/** What the claim says of itself, else what its lines come to. */
function chargeOf(claim: Claim): number {
  return claim.sent?.total?.value ?? linesOf(claim);
}

function linesOf({ services }: Claim): number {
  return sum(services.map((one) => one.charged ?? 0));
}

function claimSection(claim: Claim, world: ReportWorld): ReportSection {
  const { id, patient, coverages, place, rendering, referring, authorization, original, frequency } = claim;
  const who = patient?.target;
  const [first, ...others] = coverages;
  const day = claim.day ?? world.today;
  const payer = partyName(first?.payer) || first?.payer?.id.value;
  const points = claim.services.some((one) => one.pointed.length > 0);
  const facts: [string, string][] = [
    ['Patient', [partyName(who), who?.born && `born ${who.born.value}`, who?.sex && SEXES[who.sex.value]].filter(Boolean).join(', ')],
    ['Bill to', [payer, first?.coverage.member && `member ${first.coverage.member.value}`].filter(Boolean).join(', ')],
    [
      'Other payers',
      others
        .map((one) => partyName(one.payer))
        .filter(Boolean)
        .join(', '),
    ],
    ['Seen by', partyName(rendering?.target)],
    ['Referred by', partyName(referring?.target)],
    ['Where', place && claim.form !== 'institutional' ? placeWords(place.value, day, world) : ''],
    ['Bill', billWords(claim, day, world)],
    ['Stay', written(claim.sent?.statement?.value)],
    ['Admission', wordsFor('1315', claim.sent?.admissionType)],
    ['Discharge', wordsFor('1352', claim.sent?.patientStatus)],
    ['Authorization', authorization?.value ?? ''],
    ['Kind', [FREQUENCIES[frequency], original && `payer’s number ${original.value}`].filter(Boolean).join(', ')],
  ];
  return {
    heading: `Claim ${id.value}, ${readableMoney(chargeOf(claim))}`,
    ...(chargeOf(claim) !== linesOf(claim) && {
      summary: `The lines come to ${readableMoney(linesOf(claim))}: a payer refuses a claim that does not add up.`,
      tone: 'bad' as const,
    }),
    facts: facts.filter(([, value]) => value !== ''),
    tables: [
      {
        caption: 'Diagnoses',
        columns: [{ title: 'No.' }, { title: 'Code' }, { title: 'In words' }],
        groups: [{ rows: claim.diagnoses.map((one) => diagnosisRow(one, claim, day, world)) }],
      },
      {
        caption: 'What else is said of the claim',
        columns: [{ title: 'What' }, { title: 'Code' }, { title: 'In words' }, { title: 'When or how much' }],
        groups: [{ rows: otherCodes(claim, day, world) }],
      },
      {
        caption: 'Services',
        columns: [
          { title: 'Line' },
          { title: 'Service' },
          ...(points ? [{ title: 'Diagnosis' }] : []),
          { title: 'Date' },
          { title: 'Units' },
          { title: 'Charge', amount: true },
        ],
        groups: [{ rows: claim.services.map((one) => serviceRow(one, claim, points, world)) }],
        total: { cells: ['', 'All lines', ...(points ? [''] : []), '', '', readableMoney(linesOf(claim))] },
      },
    ].filter((one) => one.groups[0].rows.length > 0),
  };
}

const SEXES = { F: 'female', M: 'male', U: 'sex not known' } as const;

function diagnosisRow({ position, code: known, letter }: Diagnosis, { sent }: Claim, day: string, world: ReportWorld): ReportRow {
  if (!known) {
    const old = sent?.codes.find((one) => one.code.span.start === letter?.span.start);
    return { cells: [String(position), old?.code.value ?? '', old?.code.value ? 'a code of ICD-9' : ''] };
  }
  const code = known.value;
  const found = world.codes.find('icd-10-cm', code, day);
  const entry = found.status === 'unknown' ? undefined : found.entry;
  return { cells: [String(position), entry?.code ?? code, entry?.title ?? ''] };
}

/** Diagnoses to which no line points, procedures, occurrences, values, conditions. */
function otherCodes({ sent, diagnoses }: Claim, day: string, world: ReportWorld): ReportRow[] {
  const pointed = new Set(diagnoses.map((one) => one.letter?.span.start));
  return (sent?.codes ?? [])
    .filter(({ code }) => code.value !== '' && !pointed.has(code.span.start))
    .map(({ qualifier, code, parts }) => {
      const asked = { list: undefined, qualifier: qualifier.value, name: '', reference: '', data: '1271', value: code.value };
      const set = setOf(asked);
      const found = set && set !== 'service' ? world.codes.find(set, code.value, day) : undefined;
      return {
        cells: [
          (meaningOf('1270', qualifier.value) ?? qualifier.value).replace(/, ICD-10-(CM|PCS)$/, ''),
          found && found.status !== 'unknown' ? found.entry.code : code.value,
          codeMeaning(asked, world) ?? '',
          [dayOf(parts[3]?.value ?? ''), valueWords(code.value, parts[4]?.value ?? '')].filter(Boolean).join(', '),
        ],
      };
    });
}

/** Value codes of days hold a number of days, all others an amount. */
function valueWords(code: string, written: string): string {
  if (/^8[0-3]$/.test(code)) return measured(String(Number(written) || ''), 'days');
  const amount = parseX12Money(written);
  return amount === undefined ? '' : readableMoney(amount);
}

function wordsFor(data: string, code: { readonly value: string } | undefined): string {
  return code?.value ? `${meaningOf(data, code.value) ?? 'not known here'} (${code.value})` : '';
}

function serviceRow(service: ClaimService, claim: Claim, points: boolean, world: ReportWorld): ReportRow {
  const { position, code, modifiers, pointed, days, units, minutes, charged } = service;
  const day = days?.from ?? claim.day ?? world.today;
  const words = code ? serviceCard(code.value, day, world)?.title.replace(/^\S+(?: — )?/, '') : undefined;
  const what = [[code?.value, ...modifiers.map((one) => one.value)].filter(Boolean).join('-'), words].filter(Boolean).join(' ');
  return {
    cells: [
      String(position),
      [what, revenueWords(service, claim, day, world), teethOf(service, claim)].filter(Boolean),
      ...(points ? [pointed.filter((n) => n > 0).join(', ')] : []),
      written(days),
      minutes ? `${minutes.value} min` : String(units?.value ?? 1),
      charged === undefined ? '' : readableMoney(charged),
    ],
  };
}

/** `0120 Room and board, semi-private`. */
function revenueWords(service: ClaimService, { sent }: Claim, day: string, world: ReportWorld): string {
  const code = sent?.lines.find((one) => one.service === service)?.revenue?.value;
  if (!code) return '';
  const found = world.codes.find('revenue', code, day);
  return `revenue ${code}${found.status === 'unknown' ? '' : ` ${found.entry.title}`}`;
}

/** `tooth 3 (O, B), tooth 14`. */
function teethOf(service: ClaimService, { sent }: Claim): string {
  const line = sent?.lines.findIndex((one) => one.service === service) ?? -1;
  if (!sent || line === -1) return '';
  const from = sent.lines[line].segment,
    to = sent.lines[line + 1]?.segment ?? sent.end;
  return sent.teeth
    .flatMap(({ number, surfaces }) => {
      const at = sent.document.segments.at(number.span.start);
      if (at < from || at >= to) return [];
      const sides = surfaces
        .map((one) => one.value)
        .filter(Boolean)
        .join(', ');
      return [`tooth ${number.value}${sides && ` (${sides})`}`];
    })
    .join(', ');
}

/** `Hospital, inpatient with Part A (111)`. */
function billWords({ form, sent }: Claim, day: string, world: ReportWorld): string {
  if (form !== 'institutional' || !sent?.place.value) return '';
  const found = world.codes.find('type-of-bill', sent.place.value, day);
  return `${found.status === 'unknown' ? 'type of bill' : found.entry.title} (${sent.place.value}${sent.frequency.value})`;
}

function written(days: DateRange | undefined): string {
  if (!days) return '';
  return days.to === days.from ? days.from : `${days.from} to ${days.to}`;
}

function placeWords(code: string, day: string, world: ReportWorld): string {
  const found = world.codes.find('place-of-service', code, day);
  return found.status === 'unknown' ? `place ${code}` : `${found.entry.title} (${code})`;
}

function partyName(party: Party | undefined): string {
  return party?.name ? nameOf(party.name.value.text) : '';
}
