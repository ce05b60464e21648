// What VS Code gets to see while an encounter is written: completions, hovers, findings, repairs, names, layout.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, codeOf, findings, open, until } from './kit';

/** One file for all: an id that stands in two files is a finding on both. */
const FILE = 'host-tests/E9201.encounter';

const encounter = (diagnosis: string, service: string) => `encounter E9201
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE

  note
    Known HTN. OA right knee.

  diagnoses
    A  ${diagnosis}

  services
    ${service}
`;

async function categoryFinding(uri: vscode.Uri, document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  const isMeant = (one: vscode.Diagnostic) => document.getText(one.range) === 'M17.1';
  const found = (await findings(uri, (all) => all.some(isMeant))).find(isMeant);
  assert.ok(found);
  return found;
}

/** `resolve`: how many items are to tell all about themselves. */
async function completionsAt(uri: vscode.Uri, at: vscode.Position, resolve?: number): Promise<vscode.CompletionList> {
  return await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, at, undefined, resolve);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

suite('completion', () => {
  for (const [what, marked, wanted] of [
    ['a diagnosis from words', encounter('knee oa right<|>', '99213  A  145.00'), 'M17.11'],
    ['a diagnosis from an abbreviation', encounter('htn<|>', '99213  A  145.00'), 'I10'],
    ['a modifier that fits the code', encounter('M17.11', '99213-<|>  A  145.00'), '25'],
    ['a patient', encounter('M17.11', '99213  A').replace('DOE-JANE', 'ross<|>'), 'ROSS-ELENA'],
    ['a provider', encounter('M17.11', '99213  A').replace('CURIE', 'osl<|>'), 'OSLER'],
  ] as const) {
    test(what, async () => {
      const { uri, cursor } = await open(FILE, marked);
      const labels = (await completionsAt(uri, cursor)).items.map(labelOf);
      assert.ok(labels.includes(wanted), `${wanted} is not among ${labels.slice(0, 20).join(', ')}`);
    });
  }

  test('an item explains itself', async () => {
    const { uri, cursor } = await open(FILE, encounter('M17.11<|>', '99213  A'));
    const { items } = await completionsAt(uri, cursor, 5);
    const { documentation } = items.find((one) => labelOf(one) === 'M17.11') ?? {};
    assert.match(typeof documentation === 'object' ? documentation.value : (documentation ?? ''), /osteoarthritis/i);
  });
});

suite('hover', () => {
  for (const [what, marked, wanted] of [
    ['a code', encounter('M17.<|>11', '99213  A'), /osteoarthritis/i],
    ['an abbreviation in the note', encounter('M17.11', '99213  A').replace('HTN', 'H<|>TN'), /hypertension/i],
    ['a patient', encounter('M17.11', '99213  A').replace('DOE', 'DO<|>E'), /Doe, Jane Q/],
    ['a service of the charge master', encounter('M17.11', '992<|>13  A'), /145\.00/],
  ] as const) {
    test(what, async () => {
      const { uri, cursor } = await open(FILE, marked);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, cursor);
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((one) => (typeof one === 'string' ? one : one.value))
        .join('\n');
      assert.match(text, wanted);
    });
  }
});

suite('findings and their repair', () => {
  test('a category is an error with the rule’s id, its page and its exact place', async () => {
    const { uri, document } = await open(FILE, encounter('M17.1', '99213  A  145.00'));
    const found = await categoryFinding(uri, document);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.source, 'superbill');
    assert.match(codeOf(found), /^diagnosis\/[a-z-]+$/);
    assert.ok(typeof found.code === 'object', 'the code has no page');
  });

  test('a quick fix chooses the code', async () => {
    const { uri, document } = await open(FILE, encounter('M17.1', '99213  A  145.00'));
    const found = await categoryFinding(uri, document);
    await applyAction(await actionsAt(uri, found.range), 'M17.11');
    assert.match(document.getText(), /A {2}M17\.11/);
    await findings(uri, (all) => all.every((one) => one.severity !== vscode.DiagnosticSeverity.Error));
    await document.save();
  });

  test('fix all puts right at once what takes one fix after the other', async () => {
    const { document } = await open(
      FILE,
      'encounter E9201\n  patient DOE-JANE\n  Dx: M17.11, E11.65\n  services 99213 A 145, 20610-RT A 110\n',
    );
    const changed = until(
      vscode.workspace.onDidChangeTextDocument,
      () => (document.getText().includes('Dx') ? undefined : true),
      () => document.getText(),
    );
    await vscode.commands.executeCommand('editor.action.fixAll');
    await changed;
    assert.match(document.getText(), /\n {2}diagnoses\n {4}M17\.11\n {4}E11\.65\n {2}services\n {4}99213 A 145\n {4}20610-RT A 110\n$/);
    await document.save();
  });

  test('words of the note become a diagnosis', async () => {
    const { uri, document } = await open(FILE, encounter('M17.11', '99213  A  145.00'));
    const start = document.positionAt(document.getText().indexOf('HTN'));
    await applyAction(await actionsAt(uri, new vscode.Range(start, start.translate(0, 3))), 'I10');
    assert.match(document.getText(), /B {2}I10/);
    await document.save();
  });

  test('a setting makes a rule milder or silences it, at once', async () => {
    const { uri, document } = await open(FILE, encounter('M17.1', '99213  A  145.00'));
    const found = await categoryFinding(uri, document);
    const settings = vscode.workspace.getConfiguration('superbill');
    const rule = codeOf(found);
    const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
    type Severity = vscode.DiagnosticSeverity;
    const is = (wanted: Severity) => findings(uri, (all) => all.some((one) => codeOf(one) === rule && one.severity === wanted));
    try {
      await settings.update('rules', { [rule]: 'warning' }, vscode.ConfigurationTarget.Workspace);
      await is(warning);
      await settings.update('rules', { [rule]: 'off' }, vscode.ConfigurationTarget.Workspace);
      await findings(uri, (all) => all.every((one) => codeOf(one) !== rule));
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await is(error);
  });
});

suite('names and layout', () => {
  test('a new name for a patient goes into every file that uses it', async () => {
    const patient = await open('host-tests/names.patient', 'patient LANE-ROY\n  name  Lane, Roy\n');
    const { uri, document, cursor } = await open('host-tests/names.encounter', 'encounter E9202\n  patient  LANE-<|>ROY\n');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, cursor, 'LANE-R');
    assert.deepEqual(
      edit
        .entries()
        .map(([one]) => one.path.split('/').at(-1))
        .sort(),
      ['names.encounter', 'names.patient'],
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /patient {2}LANE-R\n/);
    assert.match(patient.document.getText(), /^patient LANE-R\n/);
    await Promise.all([document.save(), patient.document.save()]);
  });

  test('definition and references cross files', async () => {
    const { uri, cursor } = await open(FILE, encounter('M17.11', '99213  A').replace('DOE', 'DO<|>E'));
    type Place = vscode.Location | vscode.LocationLink;
    const places = await vscode.commands.executeCommand<Place[]>('vscode.executeDefinitionProvider', uri, cursor);
    assert.deepEqual(
      places.map((one) => ('uri' in one ? one.uri : one.targetUri).path.split('/').at(-1)),
      ['doe.patient'],
    );
    const uses = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, cursor);
    assert.ok(uses.length > 2, `${uses.length} uses`);
  });

  test('formatting lines up and keeps comments', async () => {
    const written = '# kept\nencounter E9203\n patient DOE-JANE\n date 11/02/2026  # kept too\n';
    const { uri, document } = await open('host-tests/format.encounter', written);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', uri, options);
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), '# kept\nencounter E9203\n  patient  DOE-JANE\n  date     2026-11-02  # kept too\n');
    await document.save();
  });

  test('the outline and the workspace’s symbols', async () => {
    const { uri } = await open(FILE, encounter('M17.11', '99213  A'));
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.match(outline[0].name, /E9201/);
    assert.ok(outline[0].children.length > 0, 'the outline has one level only');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'ROSS');
    assert.ok(
      symbols.some(({ name }) => name.includes('ROSS-ELENA')),
      symbols.map(({ name }) => name).join(', '),
    );
  });

  test('the family of a diagnosis code', async () => {
    const { uri, cursor } = await open(FILE, encounter('M17.<|>11', '99213  A'));
    const [code] = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', uri, cursor);
    assert.match(code.name, /M17\.11/);
    const [parent] = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', code);
    assert.match(parent.name, /M17\.1\b/);
    const children = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', parent);
    assert.ok(
      children.some(({ name }) => name.includes('M17.12')),
      children.map(({ name }) => name).join(', '),
    );
  });
});
