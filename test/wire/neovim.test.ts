// Neovim's own client, without a screen: attaches, shows findings, hovers. Skipped where there is no Neovim.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { practiceFolder, stopAll } from './client';

const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });

const SCRIPT = `
local config = { name = 'superbill', cmd = { arg_node, arg_program, 'lsp', '--stdio' }, root_dir = arg_folder }
vim.bo.filetype = 'superbill'
-- Before 0.8 a client is started and attached in two steps.
local id = vim.lsp.start and vim.lsp.start(config) or vim.lsp.start_client(config)
assert(id, 'the server did not start')
vim.lsp.buf_attach_client(0, id)
assert(vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 20), 'no findings came')
local said = vim.lsp.buf_request_sync(0, 'textDocument/hover', { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = 5, character = 9 } }, 5000)
local _, answer = next(said)
io.stdout:write(vim.diagnostic.get(0)[1].code .. '\\n' .. answer.result.contents.value .. '\\n')
vim.cmd('qall!')
`;

suite('wire: Neovim', function () {
  suiteTeardown(stopAll);

  test('attaches, shows findings and hovers', function () {
    if (version.status !== 0) {
      console.log('skipped: nvim is not on this machine');
      this.skip();
    }
    const folder = practiceFolder();
    const file = path.join(folder, 'encounters', 'nvim.encounter'),
      script = path.join(folder, 'attach.lua');
    writeFileSync(
      file,
      'encounter E9001\n  patient  DOE-JANE\n  date  2026-11-02\n  rendering  CURIE\n  diagnoses\n    A  M17.1\n  services\n    99213  A  145.00\n',
    );
    const given = { arg_node: process.execPath, arg_program: path.resolve('dist/superbill.js'), arg_folder: folder };
    writeFileSync(
      script,
      Object.entries(given)
        .map(([name, value]) => `local ${name} = ${JSON.stringify(value)}`)
        .join('\n') + SCRIPT,
    );
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', file, '-c', `luafile ${script}`], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    assert.match(run.stdout, /diagnosis\/invalid-specificity|claim\/missing-place/, run.stderr);
    assert.match(run.stdout, /M17\.1/);
  });
});
