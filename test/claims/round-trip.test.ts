// Hundreds of sensible visits go out without a fault, as a receiver counts them, and say in the file what the encounter says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimControl, lineControl } from '../../server/claims/control';
import { destination, memberId, patientIsSubscriber, priorDecisions, relationshipCode } from '../../server/claims/destination';
import { payerOrder } from '../../server/model/payer-order';
import { prepareClaim } from '../../server/claims/generate';
import { type OutgoingClaim, writeClaims } from '../../server/claims/write-837p';
import type { Claim, ClaimService } from '../../server/model/claim';
import type { Party } from '../../server/model/definitions';
import { diagnosisKey } from '../../server/model/diagnosis-codes';
import { lower837 } from '../../server/model/lower-837';
import { sum } from '../../server/model/money';
import type { Source, Value } from '../../server/model/value';
import { checkX12Claims } from '../../server/rules/run';
import { readSubmissions } from '../../server/training-payer/submission';
import { validate } from '../../server/syntax/x12/validate';
import { cleanData } from '../../server/syntax/x12/write';
import { readDocument, worldOf } from '../kit/world';
import { INTERCHANGE, read, segmentsOf } from './kit';
import { CLINIC, sensibleVisit } from './sensible';

const COUNT = 400;
const visits = fc.sample(sensibleVisit, { seed: 20261121, numRuns: COUNT }).map((visit, i) => visit(`V${i}`));
const clinic = readDocument(CLINIC, 'file:///clinic/group.practice');
const world = worldOf([clinic]);

function fileOf(claims: readonly OutgoingClaim[]): string {
  return writeClaims({ claims, interchange: { ...INTERCHANGE, date: '2026-11-21' } });
}

function sourceOf(text: string): Source {
  return { uri: 'file:///claims.837', text, language: 'x12' };
}

suite('sensible visits', function () {
  // Each by itself: the same visit of the clinic may have been drawn twice.
  const prepared = visits.map((text) => {
    const document = readDocument(text);
    return prepareClaim(document.definitions.encounters[0], worldOf([clinic, document]));
  });
  const claims = prepared.map(({ claim }) => ({ claim, control: claimControl(claim.id.value, 1) }));

  test('none is refused', () => {
    const refusals = prepared.flatMap(({ claim, findings }, i) =>
      findings.filter((one) => one.severity === 'error').map((one) => `${one.rule} in ${claim.id.value}: ${one.message}\n${visits[i]}`),
    );
    assert.deepEqual(refusals, []);
    assert.equal(claims.length, COUNT);
  });

  test('they differ: every way to be insured, every frequency, every provider, earlier payers', () => {
    const seen = (what: string, has: (claim: Claim) => boolean): void =>
      assert.ok(claims.filter(({ claim }) => has(claim)).length >= 5, `too few with ${what}`);
    for (const frequency of ['1', '7', '8']) seen(`frequency ${frequency}`, (claim) => claim.frequency === frequency);
    for (const order of [0, 1, 2]) seen(`payer ${order + 1}`, (claim) => destination(claim, priorDecisions(claim)) === order);
    for (const kind of [
      'rendering',
      'referring',
      'supervising',
      'ordering',
      'facility',
      'authorization',
      'referral',
      'accident',
      'casualtyClaim',
      'onset',
      'lastSeen',
      'delayReason',
      'claimNote',
      'assignment',
    ] as const)
      seen(kind, (claim) => claim[kind] !== undefined);
    for (const kind of ['note', 'ndc', 'emergency', 'line', 'rendering', 'ordering', 'minutes'] as const) {
      seen(kind, (claim) => claim.services.some((service) => service[kind] !== undefined));
    }
    seen('a dependent', (claim) => claim.coverages[0].subscriber !== claim.patient?.target);
    seen('a decision on the claim as a whole', (claim) => claim.adjudicated.some((one) => one.lines.length === 0));
    seen('a decision on the lines', (claim) => claim.adjudicated.some((one) => one.lines.length > 0));
  });

  test('no file has a fault by the guide or by any rule', () => {
    for (const one of claims) {
      const text = fileOf([one]);
      const faults = [...validate(read(text)), ...checkX12Claims(read(text), sourceOf(text), world)];
      assert.deepEqual(
        faults.filter((fault) => fault.severity === 'error').map(({ message }) => message),
        [],
        one.control,
      );
    }
  });

  test('all in one file: levels, counts, characters, nothing empty at an end', () => {
    const text = fileOf(claims);
    checkAsCounted(text);
    assert.deepEqual(
      validate(read(text)).map((one) => `${one.loop} ${one.reference}: ${one.message}`),
      [],
    );
  });

  test('what is read back is what the encounter says', () => {
    const text = fileOf(claims);
    const found = new Map(lower837(read(text), sourceOf(text)).map((claim) => [claim.id.value, claim]));
    for (const { claim, control } of claims) {
      const back = found.get(control);
      assert.ok(back, `${control} is in the file`);
      assert.deepEqual(saidIn(back), saidBy(claim, control), control);
    }
  });

  test('so are notes, emergencies, assignment and relationship, which a payer reads', () => {
    for (const [i, one] of readSubmissions(read(fileOf(claims)))[0].claims.entries()) {
      const claim = claims.find(({ control }) => control === one.control)?.claim;
      assert.ok(claim, `claim ${i}`);
      assert.equal(one.note, clean(text(claim.claimNote)) ?? '');
      assert.equal(one.assignment, { yes: 'A', 'lab-only': 'B', no: 'C' }[claim.assignment?.value ?? 'yes']);
      const billed = claim.coverages[destination(claim, priorDecisions(claim))];
      assert.equal(one.relationship, one.isSubscriber ? '' : relationshipCode(billed));
      assert.equal(one.isSubscriber, patientIsSubscriber(billed));
      assert.deepEqual(
        one.lines.map((line) => line.emergency),
        claim.services.map((service) => service.emergency?.value ?? false),
      );
      for (const [n, { note }] of one.lines.entries()) if (note) assert.equal(note, clean(text(claim.services[n].note)));
    }
  });
});

/** What a receiver counts, by the text alone. */
function checkAsCounted(text: string): void {
  assert.match(text, /^[A-Z0-9 !"&'()*+,\-./:;?=^~]*$/, 'basic characters alone');
  const all = segmentsOf(text);
  assert.equal(all.join('~') + '~', text, 'nothing between the segments');
  for (const line of all.slice(1)) {
    assert.doesNotMatch(line, /[*:]$|:\*/, `${line} ends in something empty`);
    assert.doesNotMatch(line, /\^/, `${line} repeats nothing`);
  }
  const levels = new Map<string, { kind: string; children: number; has: string }>();
  all
    .map((line) => line.split('*'))
    .filter(([id]) => id === 'HL')
    .forEach(([, number, parent, kind, has], i) => {
      assert.equal(number, String(i + 1));
      const above = levels.get(parent);
      assert.equal(above?.kind ?? '', { 20: '', 22: '20', 23: '22' }[kind]);
      if (above) above.children += 1;
      levels.set(number, { kind, children: 0, has });
    });
  for (const [number, { children, has }] of levels) assert.equal(has, children > 0 ? '1' : '0', `HL ${number}`);
  const start = all.findIndex((line) => line.startsWith('ST*')),
    end = all.findIndex((line) => line.startsWith('SE*'));
  assert.equal(all[end], `SE*${end - start + 1}*${all[start].split('*')[2]}`);
  assert.equal(all[end + 1], `GE*1*${all[1].split('*')[6]}`);
  assert.equal(all[end + 2], `IEA*1*${all[0].split('*')[13]}`);
  assert.equal(all.length, end + 3);
}

type Said = Record<string, unknown>;

const text = (value: Value<string> | undefined): string | undefined => value?.value;
const clean = (written: string | undefined, length = 80): string | undefined =>
  written === undefined ? undefined : cleanData(written).slice(0, length).trim();
const npi = (one: { readonly target: Party | undefined } | undefined): string | undefined => text(one?.target?.npi);

function personSaid(party: Party | undefined): Said {
  const name = party?.name?.value,
    address = party?.address?.value;
  return {
    last: clean(name?.last, 60),
    first: clean(name?.first),
    middle: clean(name?.middle),
    suffix: clean(name?.suffix),
    born: text(party?.born),
    sex: party?.sex?.value,
    street: clean(address?.street, 55),
    second: clean(address?.second, 55),
    city: clean(address?.city),
    state: address?.state,
    zip: address?.zip.value,
  };
}

/** What both readings have in common. */
function common(claim: Claim): Said {
  return {
    frequency: claim.frequency,
    original: text(claim.original),
    billing: npi(claim.billing),
    diagnoses: claim.diagnoses.map(({ code }) => diagnosisKey(text(code) ?? '')),
    patient: personSaid(claim.patient?.target),
    referring: npi(claim.referring),
    supervising: npi(claim.supervising),
    facility: npi(claim.facility),
    authorization: text(claim.authorization),
    referral: text(claim.referral),
    casualtyClaim: text(claim.casualtyClaim),
    onset: text(claim.onset),
    lastSeen: text(claim.lastSeen),
    lmp: text(claim.lmp),
    admitted: text(claim.admitted),
    discharged: text(claim.discharged),
    delayReason: text(claim.delayReason),
    accident: claim.accident && [
      claim.accident.value.kinds,
      text(claim.accident.value.date),
      claim.accident.value.kinds.includes('auto') ? text(claim.accident.value.state) : undefined,
    ],
  };
}

function lineSaid(service: ClaimService): Said {
  return {
    code: text(service.code),
    modifiers: service.modifiers.map(({ value }) => value),
    charge: service.charged,
    days: service.days,
    pointed: service.pointed,
    minutes: service.minutes?.value,
    ndc: service.ndc && [text(service.ndc.code)?.replaceAll('-', ''), service.ndc.unit, service.ndc.quantity],
  };
}

/** What the encounter says, as it must stand in the file. */
function saidBy(claim: Claim, control: string): Said {
  const decisions = priorDecisions(claim);
  const billing = npi(claim.billing),
    rendering = npi(claim.rendering);
  return {
    ...common(claim),
    place: text(claim.place),
    rendering: rendering === billing ? undefined : rendering,
    coverages: claim.coverages.map((one, i) => [
      payerOrder(i),
      text(one.payer?.payerId),
      memberId(one),
      text(one.payer?.filing),
      clean(one.subscriber?.name?.value.last),
    ]),
    lines: claim.services.map((service) => ({
      ...lineSaid(service),
      line: text(service.line) ?? lineControl(control, service.position),
      units: service.minutes ? undefined : (service.units?.value ?? 1),
      place: service.place && text(service.place) !== text(claim.place) ? text(service.place) : undefined,
      rendering: npi(service.rendering) === (rendering ?? billing) ? undefined : npi(service.rendering),
      ordering: npi(service.ordering) ?? npi(claim.ordering),
      decisions: decisions.flatMap((one) =>
        one.lines
          .filter(({ position }) => position === service.position)
          .map((line) => [
            text(claim.coverages[one.coverage].payer?.payerId),
            line.paid,
            sum(line.adjustments.map(({ amount }) => amount)),
          ]),
      ),
    })),
    paid: decisions.map((one) => [payerOrder(one.coverage), one.paid, sum(one.adjustments.map(({ amount }) => amount))]),
    patientPaid: claim.payments.length > 0 ? sum(claim.payments.map(({ amount }) => amount?.value ?? 0)) : undefined,
  };
}

/** What stands in the file. */
function saidIn(claim: Claim): Said {
  return {
    ...common(claim),
    place: text(claim.place),
    rendering: npi(claim.rendering),
    coverages: claim.coverages.map((one) => [
      one.at.value,
      text(one.payer?.payerId),
      text(one.coverage.member),
      text(one.payer?.filing),
      one.subscriber?.name?.value.last,
    ]),
    lines: claim.services.map((service, i) => ({
      ...lineSaid(service),
      line: text(service.line),
      units: service.units?.value,
      place: text(service.place),
      rendering: npi(service.rendering),
      ordering: npi(service.ordering),
      decisions: claim.sent?.lines[i].decisions.map((one) => [one.payer.value, one.paid?.value, one.adjusted]),
    })),
    paid: claim.sent?.payers.flatMap(({ order, paid, adjusted }) => (paid ? [[order.value, paid.value, adjusted]] : [])),
    patientPaid: claim.sent?.patientPaid?.value,
  };
}
