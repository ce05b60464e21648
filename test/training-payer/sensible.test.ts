// What the training payer answers to hundreds of sensible visits: files without a fault, and every amount to the cent.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimControl } from '../../server/claims/control';
import { writeClaims } from '../../server/claims/write-837p';
import { resolveClaim } from '../../server/model/resolve';
import { checkBalance } from '../../server/payments/balance';
import { checkX12Claims } from '../../server/rules/run';
import { readX12 } from '../../server/syntax/x12/read';
import { validate } from '../../server/syntax/x12/validate';
import { answer } from '../../server/training-payer/answer';
import { trainingContracts } from '../../server/training-payer/contract';
import { money } from '../claims/arbitrary';
import { INTERCHANGE } from '../claims/kit';
import { CLINIC, sensibleVisit } from '../claims/sensible';
import { ENCOUNTER } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';
import { lines, office, remittances, statuses } from './kit';

suite('the training payer and sensible visits', function () {
  test('no answer has a fault by its guide or by any rule, and all balance', () => {
    const visits = fc.sample(sensibleVisit, { seed: 7, numRuns: 300 }).map((visit, i) => visit(`V${i}`));
    const document = readDocument(visits.join('\n'));
    const clinic = readDocument(CLINIC, 'file:///clinic/group.practice');
    const members = (payer: string): string[] =>
      clinic.definitions.patients.flatMap((patient) =>
        patient.coverages
          .filter((one) => one.payer?.value === payer)
          .map((one) => `  member ${one.member?.value} ${patient.name?.value.text} ${patient.born?.value}`),
      );
    const terms = [
      'allow * 70%',
      'deductible 100.00',
      'coinsurance 20%',
      'copay 15.00',
      'deny 99213 CO-96 N130',
      'bundle 36415 into 80053',
      'requires-authorization 45378',
      'timely-filing 10 days',
    ].map((term) => `  ${term}`);
    const contracts = clinic.definitions.payers.flatMap(({ id }) => [`contract ${id.value}`, ...members(id.value), ...terms]).join('\n');
    const world = worldOf([clinic, document, readDocument(contracts, 'file:///clinic/all.payer')]);
    const claims = document.definitions.encounters.map((encounter) => ({
      claim: resolveClaim(encounter, world.workspace),
      control: claimControl(encounter.id.value, 1),
    }));
    const file = writeClaims({ claims, interchange: { ...INTERCHANGE, date: '2026-11-21' } });
    const all = answer({ file, contracts: trainingContracts(world.workspace) });
    const outcomes = statuses(all);
    assert.equal(outcomes.length, claims.length);
    assert.ok(outcomes.filter((one) => one === 'A2:20').length > 100, 'most originals are taken in');
    for (const text of Object.values(all) as string[]) {
      const document = readX12(text);
      const faults = [...validate(document), ...checkX12Claims(document, { uri: 'file:///answer.x12', text, language: 'x12' }, world)];
      assert.deepEqual(
        faults.map(({ message }) => message),
        [],
      );
    }
    for (const remittance of remittances(all)) assert.deepEqual(checkBalance(remittance), []);
  });

  test('every amount is the one of the contract, to the cent', () => {
    fc.assert(
      fc.property(anyTerms, anyVisits, (terms, visits) => {
        const { file, contracts } = office(contractOf(terms));
        const encounters = visits.map((services, i) =>
          ENCOUNTER.replace('encounter E1', `encounter E${i}`)
            .replace('2026-11-02', `2026-10-${String(i + 10)}`)
            .replace(/ {2}services\n[\s\S]*/, `  services\n${services.map(serviceText).join('')}`),
        );
        assert.deepEqual(lines(answer({ file: file(encounters.join('\n')), contracts })), expected(terms, visits));
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

interface Terms {
  readonly percent: number;
  readonly fixed: number;
  readonly deductible: number;
  readonly coinsurance: number;
  readonly copay: number;
}

interface ServiceFacts {
  readonly code: '99213' | '97110' | '00810';
  readonly charge: number;
  readonly units: number;
}

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  percent: fc.integer({ min: 0, max: 120 }),
  fixed: fc.integer({ min: 1, max: 20_000 }),
  deductible: fc.integer({ min: 0, max: 50_000 }),
  coinsurance: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
  copay: fc.integer({ min: 0, max: 9_000 }),
});
const anyVisits: fc.Arbitrary<ServiceFacts[][]> = fc.array(
  fc.array(
    fc.record({
      code: fc.constantFrom('99213', '97110', '00810'),
      charge: fc.integer({ min: 1, max: 90_000 }),
      units: fc.integer({ min: 1, max: 70 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 5 },
);

function contractOf({ percent, fixed, deductible, coinsurance, copay }: Terms): string {
  return `contract AETNA
  member W123456789 Doe, Jane Q 1968-03-14
  allow * ${percent}%
  allow 97110 ${money(fixed)}
  allow 00810 ${money(fixed)}
  deductible ${money(deductible)}
  coinsurance ${coinsurance}%
  copay ${money(copay)}
`;
}

function serviceText({ code, charge, units }: ServiceFacts): string {
  return `    ${code}  A  ${code === '00810' ? 'min' : 'x'}${units}  ${money(charge)}\n`;
}

/**
 * The same worked out anew, in whole numbers alone: nothing for a service that stands there twice; the copay of a visit, then the
 * deductible of the year, then the coinsurance.
 */
function expected(terms: Terms, visits: readonly ServiceFacts[][]): string[] {
  const half = (thousandths: number): number => Math.floor((thousandths + 500) / 1000);
  let deductible = terms.deductible;
  return visits.flatMap((services) => {
    let copay = terms.copay;
    return services.map(({ code, charge, units }, i) => {
      if (services.findIndex((one) => one.code === code) < i) return `${code} 0.00 OA-18 ${money(charge)}`;
      const times = code === '00810' ? Math.floor((units + 14) / 15) : units;
      const rate = code === '99213' ? half(charge * terms.percent * 10) : terms.fixed * times;
      const allowed = Math.min(charge, rate);
      const visit = Math.min(copay, allowed),
        first = Math.min(deductible, allowed - visit);
      const part = half((allowed - visit - first) * Math.round(terms.coinsurance * 10));
      copay -= visit;
      deductible -= first;
      const taken = { 'CO-45': charge - allowed, 'PR-1': first, 'PR-2': part, 'PR-3': visit };
      const reasons = Object.entries(taken)
        .filter(([, cents]) => cents > 0)
        .map(([reason, cents]) => `${reason} ${money(cents)}`);
      return [code, money(allowed - visit - first - part), ...reasons].join(' ');
    });
  });
}
