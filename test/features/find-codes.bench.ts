// How long the codes for a long note take: every sentence new, and once more for a cursor that walks through it.
import { findCodes } from '../../server/features/find-codes';
import { codeSets } from '../kit/code-sets';

const LINES = [
  'CC: cough and fever for 3 days. Denies chest pain, SOB or hemoptysis.', 'PMH: T2DM, HTN, hyperlipidemia, GERD.', 'FH: mother had breast cancer, father with CAD.',
  'Meds: lisinopril, metformin, Eliquis.', 'Right knee pain, worse on stairs. No swelling.', 'Lungs with crackles left base; possible pneumonia.', 'Sprain of left ankle, healing well.',
  'CKD stage 3a, stable. A1c 8.1.', 'Tired since last month. Slept badly.', 'Will return in two weeks.',
];
// Numbers make the questions of each paragraph its own.
const note = Array.from({ length: 6 }, (_, part) => LINES.map((line) => line.replace(/\.$/, `, seen ${part + 1} times before.`)).join('\n')).join('\n');
const codes = codeSets();
const whole = { start: 0, end: note.length };
const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

for (let round = 0; round < 5; round += 1) findCodes(note, whole, `2026-10-0${round + 1}`, codes);
const fresh = Array.from({ length: 9 }, (_, i) => timed(() => findCodes(note, whole, `2026-11-0${i + 1}`, codes))).sort((a, b) => a - b);
const cursors = Array.from({ length: 200 }, (_, i) => timed(() => findCodes(note, { start: i * 15, end: i * 15 }, '2026-11-01', codes))).sort((a, b) => a - b);
const found = findCodes(note, whole, '2026-11-01', codes);
console.log(`a note of ${note.split('\n').length} lines: ${fresh[4].toFixed(0)} ms, at best ${fresh[0].toFixed(0)} ms (${found.candidates.length} codes, ${found.leftOut.length} left out)`);
console.log(`the sentence at a cursor: ${cursors[100].toFixed(1)} ms, p99 ${cursors[198].toFixed(1)} ms`);
