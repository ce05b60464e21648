// Unusual claims are right, and single faults of claims are errors on the segment at fault.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { told, x12Findings } from '../../rules/x12/kit';
import { ANALYST_FILES } from './analyst-files';
import { ANSWER_DOUBTS, ANSWER_MUTANTS } from './answer-mutants';
import { CLAIM_MUTANTS } from './claim-mutants';
import { CLEARINGHOUSE_MUTANTS } from './clearinghouse-mutants';
import { CLINIC_DOUBTS, CLINIC_MUTANTS } from './clinic-mutants';
import { HOSPITAL_DOUBTS, HOSPITAL_MUTANTS } from './hospital-mutants';
import { type Fault, type Row, faultsOf } from './semantic-mutants';
import { HOSPITAL_SITUATIONS, PROFESSIONAL_SITUATIONS } from './situations';
import { UNUSUAL_CLAIMS } from './unusual-claims';

/** Faults by the name of the file into which they are planted. */
type Planted = Readonly<Record<string, readonly Row[]>>;

const ANALYST_MUTANTS: Planted = { ...CLINIC_MUTANTS, ...HOSPITAL_MUTANTS, ...ANSWER_MUTANTS },
  ANALYST_DOUBTS: Planted = { ...CLINIC_DOUBTS, ...HOSPITAL_DOUBTS, ...ANSWER_DOUBTS };

const FILES: Readonly<Record<string, string>> = {
  situations: PROFESSIONAL_SITUATIONS,
  'hospital situations': HOSPITAL_SITUATIONS,
  ...UNUSUAL_CLAIMS,
};

function isTold({ text, segments }: Fault, severities: readonly string[] = ['error']): boolean {
  const document = readX12(text);
  return x12Findings(text).some(
    ({ severity, span }) => severities.includes(severity) && segments.includes(document.segments.at(span.start)),
  );
}

suite('x12: unusual claims', () => {
  for (const [name, text] of Object.entries(UNUSUAL_CLAIMS)) test(name, () => assert.deepEqual(told(text), []));
});

suite('x12: single faults of claims', () => {
  for (const [set, planted] of Object.entries({ claims: CLAIM_MUTANTS, clearinghouses: CLEARINGHOUSE_MUTANTS })) {
    for (const [name, rows] of Object.entries(planted)) {
      test(`${set}: ${name}`, () => {
        const missed = faultsOf(FILES[name], rows).filter((fault) => !isTold(fault));
        assert.deepEqual(
          missed.map((fault) => fault.name),
          [],
        );
      });
    }
  }
});

suite('x12: single faults in files of all kinds, as an analyst makes them', () => {
  for (const [name, text] of Object.entries(ANALYST_FILES)) {
    test(`${name} is valid`, () => assert.deepEqual(told(text), []));
    for (const [severities, planted] of [
      [['error'], ANALYST_MUTANTS[name] ?? []],
      [['warning'], ANALYST_DOUBTS[name] ?? []],
    ] as const) {
      if (planted.length === 0) continue;
      test(`${name}: each is told as ${severities}`, () => {
        const missed = faultsOf(text, planted).filter((fault) => !isTold(fault, severities));
        assert.deepEqual(
          missed.map((fault) => fault.name),
          [],
        );
      });
    }
  }
});
