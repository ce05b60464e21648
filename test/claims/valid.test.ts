// Every kind of claim that can be written follows the guide from the first segment to the last, and says what the encounter says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimControl } from '../../server/claims/control';
import { locate837 } from '../../server/claims/locate';
import { cleanData } from '../../server/syntax/x12/write';
import { readSubmissions } from '../../server/training-payer/submission';
import { validate } from '../../server/syntax/x12/validate';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { anyOffice } from './arbitrary';
import { fileOf, read } from './kit';

/** What the guide says against a file, as lines. */
function objections(text: string): string[] {
  return validate(read(text)).map((one) => `${one.loop} ${one.reference}: ${one.message}`);
}

suite('guide', () => {
  test('a plain visit', () => assert.deepEqual(objections(fileOf(ENCOUNTER, PRACTICE)), []));

  test('any visit of any patient, whatever the names', () => {
    fc.assert(
      fc.property(anyOffice, ({ practice, encounters }) => assert.deepEqual(objections(fileOf(encounters, practice)), [])),
      { numRuns: 40 },
    );
  });

  test('what is read back is what was written', () => {
    fc.assert(
      fc.property(anyOffice, ({ practice, encounters, visits }) => {
        const [submission] = readSubmissions(read(fileOf(encounters, practice)));
        assert.equal(submission.claims.length, visits.length);
        visits.forEach((visit, i) => {
          const claim = submission.claims[i];
          assert.equal(claim.control, claimControl(`V${i}`, 1));
          assert.equal(
            claim.charge,
            visit.lines.reduce((total, line) => total + line.charge, 0),
          );
          assert.deepEqual(
            claim.diagnoses,
            visit.diagnoses.map((code) => code.replace('.', '')),
          );
          assert.equal(claim.subscriber.id, ['W123456789', 'W123456780', '1EG4TE5MK73'][visit.patient]);
          assert.equal(claim.isSubscriber, visit.patient !== 1);
          const name = new RegExp(`patient P${visit.patient}\\n {2}name +([^,\\n]*)`).exec(practice)?.[1] ?? '';
          assert.equal(claim.patient.last, cleanData(name).slice(0, 60).trim());
          assert.deepEqual(
            claim.lines.map((line) => [line.code, line.modifiers, line.charge, line.units, line.unit, line.from, line.pointers.join('')]),
            visit.lines.map((line) => [
              line.code,
              line.modifiers,
              line.charge,
              line.units,
              line.minutes ? 'MJ' : 'UN',
              visit.day,
              [...line.pointers].map((letter) => letter.charCodeAt(0) - 64).join(''),
            ]),
          );
        });
      }),
      { numRuns: 25 },
    );
  });

  test('every claim and line is located', () => {
    fc.assert(
      fc.property(anyOffice, ({ practice, encounters, visits }) => {
        const located = locate837(read(fileOf(encounters, practice)));
        assert.deepEqual(
          located.claims.map((claim) => claim.lines.map((line) => line.code)),
          visits.map((visit) => visit.lines.map((line) => line.code)),
        );
      }),
      { numRuns: 15 },
    );
  });
});
