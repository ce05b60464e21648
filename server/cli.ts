// The engine in a terminal: reads the arguments, runs one command, ends with its status (DESIGN §6).
import { parseArgs } from 'node:util';
import { readDate } from './syntax/superbill/values';
import type { Severity } from './rules/rule';
import { SEVERITIES, check } from './terminal/check';
import { claim, receive, status, submit } from './terminal/claims';
import { explain, listCodes, searchCodes } from './terminal/codes';
import { fix, format } from './terminal/fix';
import { type Status, type Terminal, FINE, UNUSABLE, Unusable, reason } from './terminal/terminal';

const USAGE = `superbill: encounters as text, checked, sent, answered

  superbill check [PATH…]             what is wrong: --format text|json|sarif, --severity LEVEL, --as-of DATE
  superbill fix PATH…                 apply fixes that cannot change what is billed
  superbill format PATH…              lay documents out; --check only says which
  superbill claim ENCOUNTER…          write claims (837P); --out FILE
  superbill codes QUERY               find codes: --set SET, --as-of DATE, --limit N
  superbill codes list                the code sets on this machine
  superbill explain CODE|TERM         what a code, term or abbreviation means
  superbill submit ENCOUNTER…|FILE…   send, exactly once: --to EXCHANGE
  superbill receive                   fetch and file answers: --from EXCHANGE
  superbill status [ID…]              where claims stand
  superbill lsp --stdio               the language server, for any editor

check, claim, codes, explain, submit, receive and status print JSON with --format json.
Exit status: 0 fine, 1 findings or refusals, 2 usage or input that could not be read.`;

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
};

// A reader that went away (`| head`) is no fault.
process.stdout.on('error', () => process.exit(FINE));

async function run(argv: readonly string[]): Promise<Status> {
  const [command, ...rest] = argv;
  if (command === 'lsp') return serve();
  const { values, positionals } = read(rest);
  if (command === undefined || command === 'help' || command === '--help' || command === '-h' || values.help) {
    terminal.print(USAGE);
    return command === undefined ? UNUSABLE : FINE;
  }
  if (command === '--version') {
    terminal.print('superbill 0.1.0');
    return FINE;
  }
  const asOf = values['as-of'] === undefined ? undefined : day(values['as-of']);
  const json = () => choice('--format', values.format ?? 'text', ['text', 'json']);
  switch (command) {
    case 'check': return check(positionals, {
      format: choice('--format', values.format ?? 'text', ['text', 'json', 'sarif']),
      severity: choice<Severity>('--severity', values.severity ?? 'hint', SEVERITIES), ...(asOf && { asOf }),
    }, terminal);
    case 'fix': return fix(positionals, asOf, terminal);
    case 'format': return format(positionals, values.check ?? false, terminal);
    case 'claim': return claim(positionals, { form: values.form ?? '837p', format: json(), ...(values.out && { out: values.out }), ...(asOf && { asOf }) }, terminal);
    case 'codes':
      if (positionals.length === 1 && positionals[0] === 'list') return listCodes(json(), terminal);
      if (positionals.length === 0) throw new Unusable('Say what to look for: superbill codes QUERY');
      return searchCodes(positionals.join(' '), { limit: wholeNumber('--limit', values.limit ?? '20'), format: json(), ...(values.set && { set: values.set }), ...(asOf && { asOf }) }, terminal);
    case 'explain':
      if (positionals.length === 0) throw new Unusable('Say what to explain: superbill explain CODE|TERM');
      return explain(positionals.join(' '), { format: json(), ...(asOf && { asOf }) }, terminal);
    case 'submit': return submit(positionals, { format: json(), ...(values.to && { to: values.to }), ...(asOf && { asOf }) }, terminal);
    case 'receive': return receive({ format: json(), ...(values.from && { from: values.from }) }, terminal);
    case 'status': return status(positionals, { format: json(), ...(asOf && { asOf }) }, terminal);
    default: throw new Unusable(`There is no command ${command}. See superbill help.`);
  }
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv], allowPositionals: true,
      options: {
        format: { type: 'string' }, severity: { type: 'string' }, 'as-of': { type: 'string' }, check: { type: 'boolean' }, out: { type: 'string' }, form: { type: 'string' },
        set: { type: 'string' }, limit: { type: 'string' }, to: { type: 'string' }, from: { type: 'string' }, help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : 'The arguments are not understood'}. See superbill help.`);
  }
}

function choice<T extends string>(option: string, written: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === written);
  if (found === undefined) throw new Unusable(`${option} is ${allowed.join(', ')}; not ${written}.`);
  return found;
}

function day(written: string): string {
  const found = readDate(written);
  if (!found) throw new Unusable(`--as-of takes a date such as 2026-11-02, not ${written}.`);
  return found;
}

function wholeNumber(option: string, written: string): number {
  if (!/^[1-9]\d{0,4}$/.test(written)) throw new Unusable(`${option} takes a number from 1, not ${written}.`);
  return Number(written);
}

/** Speaks the language server protocol until the editor goes away. */
async function serve(): Promise<never> {
  const [{ createConnection, ProposedFeatures }, { startServer }] = [await import('vscode-languageserver/node'), await import('./lsp/server')];
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
  return new Promise(() => undefined);
}

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
}, (error: unknown) => {
  terminal.say(error instanceof Unusable ? error.message : `Superbill failed: ${reason(error)}`);
  process.exitCode = UNUSABLE;
});
