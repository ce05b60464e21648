// Whatever is billed under whatever contract: the answers follow their guides, the money adds up, and the same file has the same answer.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locate837 } from '../../server/claims/locate';
import { checkBalance } from '../../server/payments/balance';
import { priorDecision } from '../../server/payments/prior-decision';
import { readX12 } from '../../server/syntax/x12/read';
import { validate } from '../../server/syntax/x12/validate';
import { type Answer, answer } from '../../server/training-payer/answer';
import { anyContract, anyOffice } from '../claims/arbitrary';
import { ENCOUNTER } from '../kit/frame';
import { lines, office, remittances, statuses } from './kit';

function objections(one: Answer): string[] {
  return Object.entries(one).flatMap(([kind, text]: [string, string | undefined]) =>
    text === undefined ? [] : validate(readX12(text)).map((problem) => `${kind} ${problem.loop} ${problem.reference}: ${problem.message}`),
  );
}

/** A practice, its claims and both payers' contracts. */
const anyBusiness = fc
  .tuple(anyOffice, anyContract, anyContract)
  .map(([facts, first, second]) => ({
    facts,
    ...office(`${first(facts.practice, 'AETNA')}\n${second(facts.practice, 'MEDICARE')}`, facts.practice),
  }));

/** All lines below `services`. */
const SERVICES = /(?<=^ {2}services\n)(?: {4}.*\n)+/gm;

/** What says of a line that it is a repeat. */
const REPEATS = /-(?:59|76|77|91|X[EPSU])\b/g;

suite('the training payer on anything', () => {
  test('balances line, claim and payment', () => {
    fc.assert(
      fc.property(anyBusiness, ({ facts, file, contracts }) => {
        const one = answer({ file: file(facts.encounters), contracts });
        assert.ok(one['277ca'], 'the file is taken in');
        for (const remittance of remittances(one)) {
          assert.deepEqual(checkBalance(remittance), []);
          assert.ok(remittance.amount >= 0);
          for (const claim of remittance.claims) {
            const share = claim.lines
              .flatMap((line) => line.adjustments)
              .filter((each) => each.group === 'PR')
              .reduce((total, each) => total + each.amount, 0);
            assert.equal(claim.patient, share);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('balances where every line is billed twice, and pays none of them twice', () => {
    fc.assert(
      fc.property(anyBusiness, ({ facts, file, contracts }) => {
        const encounters = facts.encounters.replaceAll(REPEATS, '');
        const once = answer({ file: file(encounters), contracts });
        const twice = answer({ file: file(encounters.replace(SERVICES, (lines: string) => lines + lines)), contracts });
        assert.deepEqual(objections(twice), []);
        const paid = (one: Answer): number => remittances(one).reduce((total, each) => total + each.amount, 0);
        for (const remittance of remittances(twice)) assert.deepEqual(checkBalance(remittance), []);
        assert.equal(paid(twice), paid(once));
      }),
      { numRuns: 25 },
    );
  });

  test('writes valid files', () => {
    fc.assert(
      fc.property(anyBusiness, ({ facts, file, contracts }) =>
        assert.deepEqual(objections(answer({ file: file(facts.encounters), contracts })), []),
      ),
      { numRuns: 25 },
    );
  });

  test('says the same to the same', () => {
    fc.assert(
      fc.property(anyBusiness, ({ facts, file, contracts }) => {
        const text = file(facts.encounters);
        assert.deepEqual(answer({ file: text, contracts }), answer({ file: text, contracts }));
      }),
      { numRuns: 8 },
    );
  });

  test('takes back exactly what it paid', () => {
    fc.assert(
      fc.property(anyBusiness, ({ facts, file, contracts }) => {
        const first = file(facts.encounters);
        const paid = answer({ file: first, contracts });
        const numbers = new Map(
          remittances(paid).flatMap((one) => one.claims.map((claim) => [claim.control.replace(/-1$/, ''), claim.payerNumber])),
        );
        const voids = facts.encounters.split(/(?=encounter V)/).flatMap((text) => {
          const number = numbers.get(/V\d+/.exec(text)?.[0] ?? '');
          return number ? [text.replace('  place ', `  voids ${number}\n  place `)] : [];
        });
        if (voids.length === 0) return;
        const history = [first, ...Object.values(paid)];
        const back = answer({ file: file(voids.join('\n'), { attempt: 2, interchange: { control: 18 } }), contracts, history });
        const total = (one: Answer): number =>
          remittances(one)
            .flatMap((each) => each.claims)
            .reduce((sum, claim) => sum + claim.paid, 0);
        assert.equal(total(back), -total(paid) || 0);
        for (const remittance of remittances(back)) assert.deepEqual(checkBalance(remittance), []);
        assert.deepEqual(objections(back), []);
      }),
      { numRuns: 15 },
    );
  });

  test('as the second payer takes over where the first one stopped', () => {
    fc.assert(
      fc.property(anyOffice, anyContract, anyContract, (facts, first, second) => {
        const { file, contracts } = office(`${first(facts.practice, 'AETNA')}\n${second(facts.practice, 'MUTUAL')}`, facts.practice);
        const visits = facts.encounters.split(/(?=encounter V)/).filter((text) => text.includes('patient    P0'));
        if (visits.length === 0) return;
        const sent = file(visits.join('\n'));
        const paid = answer({ file: sent, contracts });
        const located = new Map(locate837(readX12(sent)).claims.map((claim) => [claim.control, claim]));
        const decided = new Map(
          remittances(paid).flatMap((one) =>
            one.claims.map((claim) => [claim.control, priorDecision(claim, one, 0, located.get(claim.control)?.lines ?? [])]),
          ),
        );
        const next = visits.filter((text) => decided.has(`${/V\d+/.exec(text)?.[0]}-1`)).join('\n');
        if (next === '') return;
        const again = file(next, {
          attempt: 2,
          interchange: { control: 18, receiver: 'MUT01' },
          outgoing: (control) => ({ decisions: [decided.get(control.replace(/-2$/, '-1'))].filter((one) => one !== undefined) }),
        });
        assert.deepEqual(
          validate(readX12(again)).map((problem) => problem.message),
          [],
        );
        const one = answer({ file: again, contracts, history: [sent, ...Object.values(paid)] });
        assert.ok(
          statuses(one).every((status) => status === 'A2:20' || status === 'A3:54'),
          statuses(one).join(),
        );
        assert.deepEqual(objections(one), []);
        for (const remittance of remittances(one)) {
          assert.deepEqual(checkBalance(remittance), []);
          for (const claim of remittance.claims) {
            const before = decided.get(claim.control.replace(/-2$/, '-1'))?.paid ?? 0;
            assert.ok(claim.paid >= 0 && claim.paid + before <= claim.charge, 'no more is paid than was charged');
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('answers any text without failing', () => {
    const { file, contracts } = office();
    const good = file(ENCOUNTER);
    fc.assert(
      fc.property(fc.string(), (text) => void answer({ file: text, contracts, history: [text] })),
      { numRuns: 25 },
    );
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(60), (start, length) => {
        const cut = good.slice(0, start) + good.slice(start + length);
        const one = answer({ file: cut, contracts });
        assert.deepEqual(
          objections(one).filter((line) => !line.startsWith('999')),
          [],
        );
        lines(one);
      }),
      { numRuns: 60 },
    );
  });
});
