// Any text has answers, and every answer has a word, however broken file and encounter are.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordsOf } from '../../server/claims/words';
import type { PlaceKind } from '../../server/model/claim-place';
import { answersFor } from '../../server/payments/answers';
import { answer } from '../../server/training-payer/answer';
import { claimsOf } from '../claims/kit';
import { codeSets } from '../kit/code-sets';
import { ENCOUNTER } from '../kit/frame';
import { CONTRACT, office } from '../training-payer/kit';

const CONTEXT = { codes: codeSets(), date: '2026-11-10' };
const KINDS: readonly PlaceKind[] = [
  'claim',
  'member',
  'coverage',
  'subscriber-name',
  'other-coverage',
  'patient',
  'patient-name',
  'payer-id',
  'billing-npi',
  'tax-id',
  'place',
  'date',
  'authorization',
  'original-number',
  'rendering',
  'referring',
  'ordering',
  'facility',
  'diagnosis',
  'service',
  'procedure',
  'modifier',
  'pointer',
  'units',
  'charge',
  'ndc',
  'clia',
  'payments',
];

suite('total', () => {
  const { file, contracts } = office(`${CONTRACT}  copay 20.00\n  deny 20610 CO-96 N130\n`);
  const responses = Object.values(answer({ file: file(ENCOUNTER), contracts })) as string[];

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ISA*GST~^:0918CLPVNM\n é') }), (text) => void answersFor(text, CONTEXT)),
      { numRuns: 200 },
    );
  });

  test('any response with something cut out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...responses), fc.nat(2000), fc.nat(200), (text, start, length) => {
        for (const one of answersFor(text.slice(0, start) + text.slice(start + length), CONTEXT)) assert.notEqual(one.message, '');
      }),
      { numRuns: 300 },
    );
  });

  test('any place in any encounter', () => {
    const text = fc
      .tuple(fc.nat(ENCOUNTER.length), fc.nat(120))
      .map(([start, length]) => `encounter X\n${ENCOUNTER.slice(0, start)}${ENCOUNTER.slice(start + length)}`);
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...KINDS),
        fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined }),
        fc.integer({ min: -1, max: 9 }),
        (encounters, kind, n, k) => {
          for (const claim of claimsOf(encounters)) {
            const { encounter } = wordsOf(claim, { kind, k, ...(n !== undefined && { n }) });
            assert.equal(encounter.source, claim.source);
            assert.ok(encounter.span.start >= 0 && encounter.span.end <= claim.source.text.length);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
