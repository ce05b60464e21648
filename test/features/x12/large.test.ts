// Large X12 files: in pieces and in steps the same is found as at once, and others get their turn in between.
import assert from 'node:assert/strict';
import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { checkX12 } from '../../../server/features/x12/check';
import { checkX12Stream } from '../../../server/features/x12/check-stream';
import { LineIndex } from '../../../server/features/positions';
import { shownFindings, x12Findings, x12FindingsSteps } from '../../../server/features/x12/findings';
import { documentSymbolSteps, foldingRangeSteps } from '../../../server/features/x12/outline';
import { hover } from '../../../server/features/x12/hover';
import { patiently } from '../../../server/lsp/patience';
import { inOneGo } from '../../../server/syntax/steps';
import type { Finding } from '../../../server/rules/rule';
import { placesIn, readPieces } from '../../../server/terminal/large-file';
import { BESIDE, worldWith, x12Scene } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { x12File } from './kit';

/** Many transactions, each with one claim of its own, some with a fault of the form or of the claim. */
function batch(count: number): string {
  const [isa = '', gs = '', ...rest] = CLAIM_FILE.split('~\n');
  const inside = rest.slice(0, -3).map((line) => line.replace('CLM*E1001', 'CLM*E#'));
  const transactions = Array.from({ length: count }, (_, i) =>
    inside
      .map((line) => line.replace('*0001', `*${String(i + 1).padStart(4, '0')}`).replace('E#', `E${i % 50 === 7 ? 7 : i}`))
      .map((line) => (i % 10 === 0 && line.startsWith('DMG') ? 'DMG*D8*19680230*F' : line))
      .map((line) => (i % 10 === 5 && line.startsWith('NM1*82') ? line.replace('1992012348', '1992012349') : line))
      .join('~\n'),
  );
  return [isa, gs, ...transactions, `GE*${count}*1`, 'IEA*1*000000905', ''].join('~\n');
}

/** One transaction with as many policy holders, each with a claim of two lines. */
function oneTransaction(holders: number): string {
  const claims = /HL\*2\*[^]*(?=SE\*)/.exec(CLAIM_FILE)?.[0] ?? '';
  return CLAIM_FILE.replace(claims, claims.repeat(holders));
}

const told = (findings: readonly Finding[]) =>
  findings
    .map(({ rule, span, severity, message, transaction, fixes }) =>
      [span.start, span.end, rule, severity, message, transaction, fixes.length].join(' '),
    )
    .sort();

suite('large X12 files', function () {
  test('in pieces the same is found as at once', () => {
    const text = batch(1500),
      world = worldWith(BESIDE);
    assert.ok(text.length > 1_200_000);
    const stream = checkX12Stream(world, 'file:///a.837');
    for (let at = 0; at < text.length; at += 77_777) stream.push(text.slice(at, at + 77_777));
    const found = told(stream.end());
    assert.ok(found.length > 200);
    assert.deepEqual(found, told(checkX12(x12File(text), world)));
  });

  test('errors are told behind any number of notes', function () {
    this.timeout(60_000);
    const claim = /HL\*2\*[^]*(?=SE\*)/.exec(CLAIM_FILE)?.[0] ?? '';
    const claims = Array.from({ length: 5_100 }, (_, i) =>
      claim
        .replace('HL*2*', `HL*${i + 2}*`)
        .replace('E1001*', `E${i}*`)
        .replace('W123456789', `W${100_000_000 + i}`)
        .replace('HI*ABK:M1711*ABF:E1165', '$&*ABF:I10*ABF:E785'),
    );
    const text = CLAIM_FILE.replace(claim, claims.join('').replace(/19680314(?=[^]{500,900}$)/, '19680230')),
      { document, world } = x12Scene(text);
    const errors = (all: readonly Finding[]) =>
      all.filter(({ severity }) => severity === 'error').map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
    const stream = checkX12Stream(world, 'file:///a.837');
    stream.push(text);
    const all = x12Findings(document, world);
    assert.ok(all.length > 10_000 && all.length < 10_100, `${all.length}`);
    assert.deepEqual(errors(all), ['x12/invalid-date 19680230', 'x12/mismatched-count 32']);
    assert.deepEqual(errors(stream.end()), errors(all));
    const shown = shownFindings(inOneGo(x12FindingsSteps(document, world)));
    assert.deepEqual(errors(shown.map((one) => one.make())), errors(all));
  });

  test('step by step, hover is answered in between, and stops when nobody waits', async () => {
    const { document, world } = x12Scene(batch(600));
    let turns = 0,
      asking = true;
    const ask = () => {
      turns += 1;
      assert.ok(hover(document, document.text.indexOf('CLM*'), world));
      if (asking) setImmediate(ask);
    };
    setImmediate(ask);
    const findings = await patiently(x12FindingsSteps(document, world), () => false);
    asking = false;
    assert.ok(turns > 1, `${turns} turns`);
    assert.deepEqual(
      findings?.map((one) => one.make()),
      x12Findings(document, world),
    );
    const other = x12Scene(batch(600));
    assert.equal(await patiently(x12FindingsSteps(other.document, other.world), () => true), undefined);
  });

  test('no step is longer than a few claims', () => {
    const { document, world } = x12Scene(oneTransaction(300));
    let steps = 0;
    for (const work = x12FindingsSteps(document, world); !work.next().done; ) steps += 1;
    assert.ok(steps > document.x12.segments.count / 60, `${steps} steps for ${document.x12.segments.count} segments`);
  });

  test('the outline of a large file is as deep as an editor can show, and others get their turn meanwhile', () => {
    const { document } = x12Scene(oneTransaction(300));
    const kindsOf = (symbols: readonly DocumentSymbol[]): SymbolKind[] =>
      symbols.flatMap(({ kind, children }) => [kind, ...kindsOf(children ?? [])]);
    const count = (most: number, kind: SymbolKind): number =>
      kindsOf(inOneGo(documentSymbolSteps(document, most))).filter((one) => one === kind).length;
    const claim = SymbolKind.Method,
      line = SymbolKind.Field;
    assert.deepEqual([count(700, claim), count(700, line)], [300, 0]);
    // A patient with one claim is one row then, found by both names.
    const rows = (most: number): string[] => {
      const names = (symbols: readonly DocumentSymbol[]): string[] =>
        symbols.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
      return names(inOneGo(documentSymbolSteps(document, most)));
    };
    const [first = ''] = rows(700).filter((name) => name.includes('Claim '));
    assert.match(first, /^DOE, JANE.* · Claim \S+$/);
    assert.equal(rows(700).filter((name) => name.startsWith('Claim ')).length, 0);
    assert.equal(rows(5000).filter((name) => name.startsWith('Claim ')).length, 300);
    const lines = count(5000, line);
    assert.ok(lines >= 300);
    assert.equal(count(610 + lines, line), lines);
    assert.equal(count(590 + lines, line), 0);
    const folds = (most: number): number => inOneGo(foldingRangeSteps(document, most)).length;
    assert.ok(folds(700) < folds(5000) && folds(700) > 600);
    let steps = 0;
    for (const work = documentSymbolSteps(document); !work.next().done; ) steps += 1;
    assert.ok(steps > document.x12.segments.count / 60, `${steps} steps`);
  });

  test('an editor is given a thousand findings, the graver ones first', () => {
    const { document, world } = x12Scene(batch(1500).replaceAll('SV1*HC:99213', 'SV1*HC:9921'));
    const all = x12Findings(document, world),
      errors = all.filter(({ severity }) => severity === 'error');
    const shown = shownFindings(inOneGo(x12FindingsSteps(document, world))).map((one) => one.make());
    assert.ok(all.length > 1000 && errors.length > 100, `${all.length} findings, ${errors.length} errors`);
    assert.equal(shown.length, 1001);
    assert.equal(shown[0].message, `${(all.length - 1000).toLocaleString('en-US')} further findings are not shown: correct these first`);
    assert.deepEqual(
      shown.slice(1).filter(({ severity }) => severity === 'error'),
      errors.slice(0, 1000),
    );
  });

  test('a single line of ten million letters is read, explained and checked', () => {
    const { document, world } = x12Scene(
      `${CLAIM_FILE.slice(0, CLAIM_FILE.indexOf('N3*'))}N3*${'A'.repeat(10_000_000)}~${CLAIM_FILE.slice(CLAIM_FILE.indexOf('N4*'))}`.replaceAll(
        '\n',
        '',
      ),
    );
    assert.ok(hover(document, 5_000_000, world));
    assert.ok(x12Findings(document, world).some((one) => /N301/.test(one.transaction ?? '')));
  });

  test('lines and columns of offsets in a file are those of the editor', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'superbill-large-'));
    try {
      const text = 'ISA~\nGS\r\n\r\nST\rSE\n\nGE é ~ end';
      const file = path.join(folder, 'a.837');
      const lines = new LineIndex(text);
      const offsets = Array.from({ length: text.length }, (_, i) => i);
      const wanted = offsets
        .map((offset) => lines.position(offset))
        .map(({ line, character }) => ({ line: line + 1, column: character + 1 }));
      for (const bytes of [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1')]) {
        writeFileSync(file, bytes);
        let read = '';
        readPieces(
          file,
          (piece) => {
            read += piece;
          },
          () => {
            read = '';
          },
        );
        assert.equal(read, text);
        const places = placesIn(file, offsets);
        assert.deepEqual(
          offsets.map((offset) => places.get(offset)),
          wanted,
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
