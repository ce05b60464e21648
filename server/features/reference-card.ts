// What an id stands for: the patient, coverage, payer, provider, facility, practice or encounter that it names.
import { ageOn } from '../model/dates';
import type { Encounter, Party, Patient, Payer } from '../model/definitions';
import { formatMoney } from '../model/money';
import type { Card } from './card';
import { findCard } from './explain/explain';
import type { Target } from './references';
import type { World } from './world';

/** `day`: by which ages are counted. */
export function referenceCard(target: Target, day: string, world: World): Card {
  switch (target.kind) {
    case 'patient':
      return { title: nameOf(target), lines: patientLines(target, day) };
    case 'coverage':
      return {
        title: `Coverage ${target.id.value}`,
        lines: [
          target.payer ? `Payer ${target.payer.value}` : '',
          target.member ? `Member ${target.member.value}` : '',
          target.relationship ? `Patient is ${target.relationship.value}` : '',
          [target.effective && `from ${target.effective.value}`, target.ends && `to ${target.ends.value}`].filter(Boolean).join(' '),
          target.copay ? `Copay ${formatMoney(target.copay.value)}` : '',
        ],
      };
    case 'payer':
      return { title: nameOf(target), lines: payerLines(target, world) };
    case 'encounter':
      return { title: `Encounter ${target.id.value}`, lines: encounterLines(target, world) };
    case 'contract':
      return { title: `Contract ${target.id.value}`, lines: ['Known to the training payer only'] };
    default:
      return {
        title: nameOf(target),
        lines: [
          target.npi ? `NPI ${target.npi.value}` : '',
          (target.taxonomy && findCard('taxonomy', target.taxonomy.value, world.today, world.codes)?.title) ?? '',
          target.address ? target.address.value.text : '',
        ],
      };
  }
}

function patientLines({ born, sex, coverages }: Patient, day: string): string[] {
  const coverage = (one: (typeof coverages)[number]) =>
    `Coverage ${one.id.value}${one.payer ? `: ${one.payer.value}` : ''}${one.member ? `, member ${one.member.value}` : ''}`;
  return [born ? `Born ${born.value}${sex ? `, ${sex.value}` : ''}, ${ageOn(born.value, day)} years` : '', ...coverages.map(coverage)];
}

function payerLines({ payerId, filing, timelyFiling, authorization }: Payer, world: World): string[] {
  return [
    payerId ? `Payer id ${payerId.value}` : '',
    (filing && findCard('filing-indicator', filing.value, world.today, world.codes)?.title) ?? '',
    timelyFiling ? `Takes claims for ${timelyFiling.value} days after the service` : '',
    authorization.length > 0 ? `Wants authorization for ${authorization.map((one) => one.value).join(', ')}` : '',
  ];
}

function encounterLines({ id, patient, date }: Encounter, world: World): string[] {
  const status = world.ledger.status(id.value);
  return [patient ? `Patient ${patient.value}` : '', date ? `Date ${date.value.from}` : '', status?.summary ?? ''];
}

function nameOf(party: Party & { id: { value: string } }): string {
  return party.name ? `${party.name.value.text} (${party.id.value})` : party.id.value;
}
