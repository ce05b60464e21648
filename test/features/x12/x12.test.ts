// X12 files: hover names what stands there, outline and folding follow the hierarchy, colours are in order.
import assert from 'node:assert/strict';
import { diagnostics } from '../../../server/features/diagnostics';
import { definitions } from '../../../server/features/x12/definitions';
import { hover } from '../../../server/features/x12/hover';
import { documentSymbols, foldingRanges } from '../../../server/features/x12/outline';
import { semanticTokens } from '../../../server/features/x12/tokens';
import type { X12File } from '../../../server/features/project';
import type { World } from '../../../server/features/world';
import { claimControl } from '../../../server/claims/control';
import { checkNesting, drawOutline, drawTokens } from '../../kit/check-features';
import { corpusFiles, noCorpus } from '../../syntax/x12/corpus';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { x12Scene } from '../../kit/scene';
import { BENEFIT_FILE } from '../../syntax/x12/samples';
import {
  ACKNOWLEDGEMENT_FILE,
  CLAIM_ACKNOWLEDGEMENT_FILE,
  DENTAL_FILE,
  INSTITUTIONAL_FILE,
  REMITTANCE_FILE,
} from '../../syntax/x12/valid-files';

/** What is said at the first place where the words stand. */
function said(words: string, text = CLAIM_FILE): string {
  const { document, world } = x12Scene(text);
  const at = text.indexOf(words);
  assert.notEqual(at, -1);
  const found = hover(document, at, world);
  assert.ok(found && typeof found.contents === 'object' && 'value' in found.contents, `nothing is said at ${words}`);
  return found.contents.value;
}

function everyFeature(document: X12File, world: World): void {
  diagnostics(document, world);
  checkNesting(documentSymbols(document));
  drawTokens(document.text, semanticTokens(document).data);
  for (const { startLine, endLine } of foldingRanges(document)) assert.ok(startLine < endLine && endLine < document.lines.lineCount);
  const step = Math.max(1, Math.floor(document.text.length / 60));
  for (let offset = 0; offset <= document.text.length; offset += step) {
    hover(document, offset, world);
    definitions(document, offset, world);
  }
}

suite('X12 files', () => {
  test('a segment is named, with its loop', () => assert.match(said('CLM*'), /\*\*CLM\*\*[\s\S]*2300/));
  test('an element is named, and its code explained', () =>
    assert.match(said('HI*ABK:').length > 0 ? said('M1711') : '', /Unilateral primary osteoarthritis, right knee/));
  test('a service is explained by the charge master', () => assert.match(said('99213:25'), /Office visit, established/));
  test('a place of service is explained, and named once', () =>
    assert.match(said('11:B:1'), /^\*\*CLM05-01\*\* place of service\n\n`11` Office/));
  test('values are told as people write them', () => {
    for (const [words, meaning] of [
      ['627011234', '`627011234` 62701-1234'],
      ['2175550100', '`2175550100` 217-555-0100'],
      ['IL*627011234', '`IL` Illinois'],
      ['005010X222A1', '`005010X222A1` professional claim (837P)'],
      ['303***', '`303` $303.00'],
      ['1*22*', '`1` billing provider level, RIVERSIDE FAMILY MEDICINE'],
      ['1:2~', '`1` M1711: Unilateral primary osteoarthritis, right knee'],
    ])
      assert.ok(said(words).includes(meaning), `${words}: ${said(words)}`);
    assert.ok(said('1234.5', CLAIM_FILE.replace('*303*', '*1234.5*')).includes('$1,234.50'));
    assert.match(said('RIV001'), /15 characters/);
    assert.match(said('0*P*:', CLAIM_FILE.replace('*T*:', '*P*:')), / · 1 character\b(?!s)/);
  });
  test('what is behind the last element that is known has no length', () =>
    assert.doesNotMatch(said('ZZZ', CLAIM_FILE.replace('GE*1*1', 'GE*1*1*ZZZ')), /character/));
  test('answers and remittances in words', () => {
    assert.match(said('CLM*25', ACKNOWLEDGEMENT_FILE), /`CLM` \S/);
    assert.match(said('A1:19', CLAIM_ACKNOWLEDGEMENT_FILE), /`A1` Received, no decision yet/);
    assert.match(said('19:PR', CLAIM_ACKNOWLEDGEMENT_FILE), /`19` Receipt confirmed/);
    assert.match(said('0510', INSTITUTIONAL_FILE), /`0510` \S/);
    const span = INSTITUTIONAL_FILE.replace('BH:11:D8:20260801', 'BI:71:RD8:20260801-20260803');
    assert.match(said('71:RD8', span), /`71` Earlier hospital stay/);
    assert.match(said('.2**', BENEFIT_FILE), /`\.2` 20%/);
  });
  test('whose element it is, in which loop, and in which box of the paper form', () => {
    assert.match(said('W123456789'), /^\*\*NM109\*\* member id\n\nSubscriber · Loop 2010BA · CMS-1500 box 1a\n\nrequired · text · 2–80/);
    for (const [words, box, text] of [
      ['DOE*JANE', 'CMS-1500 box 2'],
      ['DOE*JANE', 'CMS-1500 box 4', CLAIM_FILE.replace('SBR*P*18*', 'SBR*P**')],
      ['99213:25', 'CMS-1500 box 24D'],
      ['1:2~', 'CMS-1500 box 24E'],
      ['M1711', 'CMS-1500 box 21'],
      ['361234567', 'CMS-1500 box 25'],
      ['0510', 'UB-04 box 42', INSTITUTIONAL_FILE],
      ['D2391', 'ADA item 29', DENTAL_FILE],
    ])
      assert.ok(said(words, text).includes(box), `${words}: ${said(words, text)}`);
    assert.doesNotMatch(said('RIV001') + said('41*2') + said('DOE*JANE', REMITTANCE_FILE), /box/);
    assert.doesNotMatch(said('0019'), /Loop/);
  });
  test('the number of a claim of ours names its encounter and where it stands', () => {
    const own = CLAIM_FILE.replace('CLM*E1001*', 'CLM*E0-1*');
    const { document, world } = x12Scene(own);
    const status = { control: 'E0-1', state: 'paid', payer: 'AETNA', paid: 9250, patient: 2000, summary: 'paid 92.50' };
    const ledger = { ...world.ledger, status: (encounter: string) => (encounter === 'E0' ? status : undefined) };
    const found = hover(document, own.indexOf('E0-1'), { ...world, ledger });
    assert.match(JSON.stringify(found?.contents), /`E0-1` encounter E0: paid 92\.50/);
    assert.match(said('E0-1', own), /`E0-1` encounter E0\n/);
    assert.doesNotMatch(said('E1001*'), /encounter/);
  });
  test('an element that is not used has no type and no length', () => assert.match(said('*CI~', CLAIM_FILE), /\n\nnot used$/));
  test('a taxonomy is explained', () => assert.match(said('207Q00000X'), /Family/i));
  test('nothing behind the last segment', () => {
    const { document, world } = x12Scene(`${CLAIM_FILE}\n\n`);
    assert.equal(hover(document, CLAIM_FILE.length + 2, world), undefined);
  });

  test('the outline goes down to the service lines', () => {
    const outline = drawOutline(documentSymbols(x12Scene(CLAIM_FILE).document));
    for (const words of ['837', 'RIVERSIDE FAMILY MEDICINE', 'DOE', 'E1001', '99213', '20610'])
      assert.ok(outline.includes(words), `${words} is not in\n${outline}`);
    assert.ok(Math.max(...outline.split('\n').map((line) => line.search(/\S/) / 2)) >= 5, outline);
  });
  test('the outline of an acknowledgement says what was refused', () => {
    const outline = drawOutline(documentSymbols(x12Scene(CLAIM_ACKNOWLEDGEMENT_FILE).document));
    assert.match(outline, /Claim \S+.*refused, A3\/21/);
  });
  test('claims and transactions fold', () => {
    const lines = CLAIM_FILE.split('\n');
    const folds = foldingRanges(x12Scene(CLAIM_FILE).document).map(({ startLine }) => lines[startLine].slice(0, 3));
    for (const segment of ['ISA', 'GS*', 'ST*', 'CLM']) assert.ok(folds.includes(segment), `${segment} does not fold: ${folds.join(' ')}`);
  });
  test('a file on one line does not fold', () => assert.deepEqual(foldingRanges(x12Scene(CLAIM_FILE.replaceAll('\n', '')).document), []));
  test('colours', () => {
    const { document } = x12Scene(CLAIM_FILE);
    const drawn = drawTokens(document.text, semanticTokens(document).data);
    assert.ok(
      drawn.some((line) => line.startsWith('keyword:CLM')),
      drawn.join('\n'),
    );
  });
  test('a claim of ours leads to its encounter', () => {
    const text = CLAIM_FILE.replace('CLM*E1001*', `CLM*${claimControl('E0', 1)}*`);
    const { document, world } = x12Scene(text);
    assert.deepEqual(
      definitions(document, text.indexOf('CLM*') + 5, world).map(({ source, span }) => source.text.slice(span.start, span.end)),
      ['E0'],
    );
  });
  test('what is wrong is marked on the element', () => {
    const text = CLAIM_FILE.replace('SE*32*', 'SE*31*');
    const { document, world } = x12Scene(text);
    const found = diagnostics(document, world).filter((one) => one.severity === 1);
    assert.ok(
      found.some(({ range }) => document.text.slice(document.lines.offset(range.start), document.lines.offset(range.end)) === '31'),
      JSON.stringify(found),
    );
  });

  test('any prefix, and CRLF', () => {
    for (let end = 0; end < CLAIM_FILE.length; end += 97) {
      for (const text of [CLAIM_FILE.slice(0, end), CLAIM_FILE.slice(0, end).replaceAll('\n', '\r\n'), CLAIM_FILE.slice(end)]) {
        const { document, world } = x12Scene(text, { beside: {} });
        everyFeature(document, world);
      }
    }
  });

  test('public files of other hands', function () {
    if (noCorpus) {
      console.log(noCorpus);
      this.skip();
    }
    for (const { text } of corpusFiles().filter((one) => one.text.length < 200_000)) {
      const { document, world } = x12Scene(text, { beside: {} });
      everyFeature(document, world);
    }
  });
});
