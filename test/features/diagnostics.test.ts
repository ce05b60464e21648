// Findings as an editor gets them: place, code, page, source, and where they land on paper.
import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { diagnostics } from '../../server/features/diagnostics';
import { unmarked } from '../kit/scene';

const TEXT =
  'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n  place      11\n  rendering  CURIE\n  diagnoses\n    A  M17.11\n    B  I10\n  services\n    99213  AK  145.00\n';

suite('diagnostics', () => {
  const { document, world } = unmarked(TEXT);
  const found = diagnostics(document, { ...world, rulePage: (rule) => `file:///rules.md#${rule}` });
  const of = (code: string) => found.find((one) => one.code === code);

  test('the exact word, with rule, source and page', () => {
    const one = of('service/unknown-pointer');
    assert.ok(one);
    assert.deepEqual(one.range, { start: { line: 9, character: 12 }, end: { line: 9, character: 13 } });
    assert.deepEqual(
      [one.severity, one.source, one.codeDescription?.href],
      [DiagnosticSeverity.Error, 'superbill', 'file:///rules.md#service/unknown-pointer'],
    );
    assert.match(String(one.message), /\(box 24E · 2400 SV107\)$/);
  });
  test('what is not used is faded', () => assert.deepEqual(of('diagnosis/unused-diagnosis')?.tags, [DiagnosticTag.Unnecessary]));
  test('without a page there is no link', () => assert.ok(diagnostics(document, world).every((one) => one.codeDescription === undefined)));
  test('an answer has the payer as its source', () => {
    const answered = unmarked(TEXT, {
      ledger: {
        answers: () => [
          {
            rule: 'payer/denied',
            severity: 'error',
            payer: 'Aetna',
            span: { start: 0, end: 9 },
            message: 'Aetna denied the claim.',
            fixes: [],
          },
        ],
      },
    });
    assert.equal(diagnostics(answered.document, answered.world).find((one) => one.code === 'payer/denied')?.source, 'Aetna');
  });
  test('a finding without width is shown on the sign before it', () => {
    const missing = unmarked('patient X\n  name\n');
    assert.deepEqual(diagnostics(missing.document, missing.world).find((one) => one.code === 'document/missing-value')?.range, {
      start: { line: 1, character: 5 },
      end: { line: 1, character: 6 },
    });
  });
  test('what an encounter lacks is not wrong before its first code', () => {
    const severities = (text: string) => {
      const { document: begun, world: around } = unmarked(text);
      return diagnostics(begun, around)
        .filter((one) => /missing-/.test(String(one.code)))
        .map((one) => one.severity);
    };
    const form = severities('encounter E1\n  patient\n  date 2026-11-02\n  diagnoses\n    A\n  services\n');
    assert.ok(form.length > 2 && form.every((severity) => severity === DiagnosticSeverity.Information));
    assert.ok(
      severities('encounter E1\n  patient\n  date 2026-11-02\n  diagnoses\n    A  I10\n  services\n').includes(DiagnosticSeverity.Error),
    );
  });
  test('answers that cannot be read take nothing else away', () => {
    const said: string[] = [];
    const broken = unmarked(TEXT);
    const ledger = {
      ...broken.world.ledger,
      answers: () => {
        throw new RangeError('W123456789');
      },
    };
    assert.equal(diagnostics(broken.document, { ...broken.world, ledger, log: (message) => said.push(message) }).length, found.length);
    assert.deepEqual(said, ['Answers of payers could not be read: RangeError']);
  });
});
