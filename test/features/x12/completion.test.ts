// Completion in X12 files: segments that may stand here, qualifiers, codes of the guide and of code sets.
import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completions } from '../../../server/features/x12/completion';
import { applyTextEdits } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { BENEFIT_FILE } from '../../syntax/x12/samples';
import { CLAIM_ACKNOWLEDGEMENT_FILE, INSTITUTIONAL_FILE, REMITTANCE_FILE } from '../../syntax/x12/valid-files';
import { marked } from './kit';

function offered(text: string, snippets = false): CompletionItem[] {
  const { document, world, offset } = marked(text);
  const { items } = completions(document, offset, world, snippets);
  for (const item of items) {
    assert.ok(item.textEdit && 'range' in item.textEdit);
    const { start, end } = item.textEdit.range,
      at = document.lines.position(offset);
    assert.ok(
      start.line === at.line && end.line === at.line && start.character <= at.character && at.character <= end.character,
      `the range of ${item.label}`,
    );
  }
  return items;
}

const shown = (items: readonly CompletionItem[]) => items.map((one) => `${one.label} ${one.labelDetails?.detail?.trim() ?? ''}`.trim());

function accepted(text: string, label: string, snippets = false): string {
  const item = offered(text, snippets).find((one) => one.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is not offered`);
  return applyTextEdits(marked(text).document, [item.textEdit]);
}

const without = (segment: string, by = '<|>') => CLAIM_FILE.replace(`${segment}~\n`, by);

suite('X12 completion', () => {
  test('segments that may stand here, the nearest first', () => {
    const labels = shown(offered(without('REF*EI*361234567')));
    assert.deepEqual(labels.slice(0, 3), [
      "REF Billing provider's tax id",
      "REF Billing provider's license or UPIN",
      "PER*IC Billing provider's contact",
    ]);
    assert.ok(labels.includes('HL*22 Subscriber level') || labels.includes('HL Subscriber level'), labels.join(' | '));
  });

  test('a name that is typed is exchanged, not doubled', () => {
    const text = without('REF*G1*A123456', 'RE<|>\n');
    assert.equal(accepted(text, 'REF*G1'), CLAIM_FILE.replace('REF*G1*A123456~', 'REF*G1*~'));
  });

  test('behind a name that has elements only the name is exchanged', () => {
    assert.equal(accepted(CLAIM_FILE.replace('N3*100 MAIN', 'N<|>*100 MAIN'), 'N3'), CLAIM_FILE);
  });

  test('counts are written: line, trailer', () => {
    const text = CLAIM_FILE.slice(0, CLAIM_FILE.indexOf('SE*32'));
    assert.ok(accepted(`${text}<|>`, 'SE').endsWith('SE*32*0001~'));
    assert.match(accepted(`${text}<|>`, 'LX'), /LX\*3~$/);
    assert.match(accepted(`${text}SE*32*0001~\n<|>`, 'GE'), /GE\*1\*1~$/);
    assert.match(accepted(`${text}SE*32*0001~\nGE*1*1~\n<|>`, 'IEA'), /IEA\*1\*000000905~$/);
  });

  test('what a person must say is a tab stop', () => {
    const text = CLAIM_FILE.slice(0, CLAIM_FILE.indexOf('N3*100'));
    assert.match(accepted(`${text}<|>`, 'N3', true), /N3\*\$\{1:[^}]+\}~$/);
  });

  test('an empty file begins with ISA', () =>
    assert.deepEqual(
      offered('<|>').map((one) => one.label),
      ['ISA'],
    ));

  test('behind a terminator at the end of a line Enter gives a new line', () => {
    assert.deepEqual(offered(CLAIM_FILE.replace('REF*G1*A123456~\n', 'REF*G1*A123456~<|>\n')), []);
    assert.deepEqual(offered(`${CLAIM_FILE.trimEnd()}<|>`), []);
    assert.ok(offered(CLAIM_FILE.replaceAll('\n', '').replace('REF*G1*A123456~', 'REF*G1*A123456~<|>')).length > 0);
    assert.ok(offered(CLAIM_FILE.replace('REF*G1*A123456~\n', 'REF*G1*A123456~\n<|>\n')).length > 0);
  });

  test('no segment in the middle of one that is not closed', () => {
    assert.deepEqual(offered(`${CLAIM_FILE.slice(0, CLAIM_FILE.indexOf('~\nN3*100'))}\n<|>`), []);
  });

  test('qualifiers with the name of what they begin', () => {
    const labels = shown(offered(CLAIM_FILE.replace('NM1*82*1*CURIE', 'NM1*<|>*1*CURIE')));
    assert.ok(labels.includes('82 Rendering provider'), labels.join(' | '));
    assert.ok(labels.some((one) => one.startsWith('77 ')) && !labels.some((one) => one.startsWith('IL ')), labels.join(' | '));
  });

  test('a qualifier while the segment is not closed', () => {
    const labels = shown(offered(CLAIM_FILE.replace('NM1*82*1*CURIE*MARIE*A***XX*1992012348~', 'NM1*<|>')));
    assert.ok(labels.includes('82 Rendering provider'), labels.join(' | '));
  });

  test('codes of the guide with meanings', () => {
    assert.ok(shown(offered(CLAIM_FILE.replace('SBR*P*18', 'SBR*<|>*18'))).some((one) => /^P primary/i.test(one)));
  });

  test('diagnoses by words, written without the dot', () => {
    const text = CLAIM_FILE.replace('ABK:M1711', 'ABK:knee oa right<|>');
    assert.equal(accepted(text, 'M17.11'), CLAIM_FILE);
  });

  test('services from the charge master, and modifiers', () => {
    assert.ok(shown(offered(CLAIM_FILE.replace('HC:99213:25', 'HC:<|>:25'))).some((one) => one.startsWith('99213 Office visit')));
    assert.ok(offered(CLAIM_FILE.replace('HC:99213:25', 'HC:99213:<|>')).some((one) => one.label === '25'));
  });

  test('places of service', () => {
    assert.ok(shown(offered(CLAIM_FILE.replace('303***11:B', '303***<|>:B'))).some((one) => /^11 Office/.test(one)));
  });

  test('pointers show the diagnoses of the claim', () => {
    const labels = shown(offered(CLAIM_FILE.replace('145*UN*1***1:2', '145*UN*1***1:<|>')));
    assert.deepEqual(
      labels.map((one) => one.slice(0, 8)),
      ['1 M17.11', '2 E11.65'],
    );
  });

  test('adjustment reasons in plain words', () => {
    const labels = shown(offered(REMITTANCE_FILE.replace('CAS*CO*45', 'CAS*CO*<|>')));
    assert.ok(labels.some((one) => /^45 /.test(one)) && labels.some((one) => /^97 /.test(one)), labels.slice(0, 5).join(' | '));
  });

  test('codes that the guide leaves free', () => {
    const labels = (text: string) => offered(text).map((one) => `${one.label} ${one.detail ?? ''}`.trim());
    assert.ok(labels(CLAIM_FILE.replace('GS*HC*', 'GS*<|>HC*')).includes('HC claims (837)'));
    assert.ok(labels(CLAIM_FILE.replace('*X*005010X222A1', '*X*<|>005010X222A1')).includes('005010X222A1 Professional claim'));
    assert.deepEqual(labels(INSTITUTIONAL_FILE.replace('CL1*', 'CL1*<|>').replace(/<\|>\d/, '<|>')).slice(0, 3), [
      '1 emergency',
      '2 urgent',
      '3 elective',
    ]);
    assert.ok(labels(INSTITUTIONAL_FILE.replace('SV2*0510', 'SV2*051<|>')).some((one) => one.startsWith('0510 ')));
  });
  test('statuses of an answer, for the whole file too', () => {
    const text = CLAIM_ACKNOWLEDGEMENT_FILE.replace('STC*A1:19:PR*', 'STC*<|>:19:PR*');
    assert.ok(offered(text).some((one) => one.label === 'A1' && one.detail?.startsWith('Received')));
  });
  test('places are found by their names', () => {
    assert.deepEqual(
      offered(CLAIM_FILE.replace('FIELD*IL*62701', 'FIELD*illi<|>*62701')).map((one) => [one.label, one.detail]),
      [['IL', 'Illinois']],
    );
    assert.ok(offered(BENEFIT_FILE.replace('EB*1*IND*30^', 'EB*1*IND*mental<|>^')).some((one) => one.label === 'MH'));
  });
  test('states', () => assert.ok(offered(CLAIM_FILE.replace('FIELD*IL*62701', 'FIELD*I<|>*62701')).some((one) => one.label === 'IL')));
});
