// How long the codes for a long note take: every sentence new, and once more for a cursor that walks through it.
import { findCodes } from '../../../server/features/note/find-codes';
import { codeSets } from '../../kit/code-sets';

const LINES = [
  'CC: cough and fever for 3 days. Denies chest pain, SOB or hemoptysis.',
  'PMH: T2DM, HTN, hyperlipidemia, GERD.',
  'FH: mother had breast cancer, father with CAD.',
  'Meds: lisinopril, metformin, Eliquis.',
  'Right knee pain, worse on stairs. No swelling.',
  'Lungs with crackles left base; possible pneumonia.',
  'Sprain of left ankle, healing well.',
  'CKD stage 3a, stable. A1c 8.1.',
  'Tired since last month. Slept badly.',
  'Will return in two weeks.',
];
const note = Array.from({ length: 6 }, () => LINES.join('\n')).join('\n');
const codes = codeSets();
const whole = { start: 0, end: note.length };
const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const median = (times: readonly number[]): string => `${times[times.length >> 1].toFixed(1)} ms, at best ${times[0].toFixed(1)} ms`;
const repeated = (times: number, run: (round: number) => unknown): number[] =>
  Array.from({ length: times }, (_, round) => timed(() => run(round))).sort((a, b) => a - b);
const day = (round: number): string => `2026-11-${String(round + 1).padStart(2, '0')}`;

// What was asked before is remembered with the code sets: a copy of them knows nothing.
repeated(8, () => findCodes(note, whole, day(0), { ...codes }));
const fresh = repeated(15, () => findCodes(note, whole, day(0), { ...codes }));
const again = repeated(15, (round) => findCodes(note, whole, day(round), codes));
const cursors = repeated(200, (round) => findCodes(note, { start: round * 15, end: round * 15 }, day(0), codes));
const found = findCodes(note, whole, day(0), codes);
console.log(
  `a note of ${note.split('\n').length} lines (${found.candidates.length} codes, ${found.leftOut.length} left out): ${median(fresh)}`,
);
console.log(`the same words in a note of another day: ${median(again)}`);
console.log(`the sentence at a cursor: ${cursors[100].toFixed(1)} ms, p99 ${cursors[198].toFixed(1)} ms`);
