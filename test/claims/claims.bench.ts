// How many claims a second: written as text, and checked and written.
import { claimControl } from '../../server/claims/control';
import { claimPreparer } from '../../server/claims/generate';
import { writeClaims } from '../../server/claims/write-837p';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';
import { INTERCHANGE } from './kit';

const COUNT = 2000;
const patient = /patient DOE-JANE[\s\S]*?(?=\npatient ROE)/.exec(PRACTICE)?.[0] ?? '';
// Every patient has four visits, each on a day of its own and in a document of its own.
const patients = Array.from({ length: COUNT / 4 }, (_, i) =>
  readDocument(patient.replace('DOE-JANE', `P${i}`), `file:///practice/${i}.patient`),
);
const documents = Array.from({ length: COUNT }, (_, i) => {
  const text = ENCOUNTER.replace('E1', `E${i + 1}`)
    .replace('DOE-JANE', `P${i >> 2}`)
    .replace('2026-11-02', `2026-10-${12 + (i % 4)}`);
  return readDocument(text, `file:///practice/${i + 1}.encounter`);
});
const world = worldOf([readDocument(PRACTICE, 'file:///practice/front-desk.practice'), ...patients, ...documents]);
const encounters = documents.flatMap((document) => document.definitions.encounters);
encounters.slice(0, 200).map(claimPreparer(world));

const started = performance.now();
const prepared = encounters.map(claimPreparer(world));
const checked = performance.now();
const text = writeClaims({
  claims: prepared.map(({ claim }) => ({ claim, control: claimControl(claim.id.value, 1) })),
  interchange: INTERCHANGE,
});
const written = performance.now();

const rate = (ms: number): string => Math.round((COUNT * 1000) / ms).toLocaleString('en-US');
console.log(`claims checked a second: ${rate(checked - started)} (${COUNT} encounters, all rules)`);
console.log(`claims written a second: ${rate(written - checked)} (one file of ${(text.length / 1e6).toFixed(1)} MB)`);
console.log(`claims generated a second, checked and written: ${rate(written - started)}`);
