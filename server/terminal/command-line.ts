// The command line: reads the arguments, runs one command, tells its status.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import type { Severity } from '../rules/rule';
import { readDate } from '../syntax/superbill/values';
import { reason } from '../lsp/reason';
import { type Status, type Terminal, FINE, UNUSABLE, Unusable } from './terminal';

const USAGE = `superbill: encounters as text, checked, sent, answered

  superbill check [PATH…]             what is wrong: --format text|json|sarif, --severity LEVEL, --as-of DATE
  superbill fix PATH…                 apply fixes that cannot change what is billed
  superbill format PATH…              lay documents out; --check only says which
  superbill claim ENCOUNTER…          write claims (837P): --out FILE, --form 837p
  superbill codes QUERY               find codes: --set SET, --as-of DATE, --limit N
  superbill codes list                the code sets on this machine
  superbill codes import FILE…        a publisher's release: zip, txt, csv, tsv, xml, xlsx; --edition FY2027
  superbill codes remove SET EDITION  an imported edition
  superbill codes update [RELEASE…]   fetch the publishers' current releases: --list says which there are; --all,
                                      --as-of DATE, --accept-licence, --catalogue FILE
  superbill explain CODE|TERM         what a code, term or abbreviation means
  superbill explain FILE              what a remittance, an acknowledgement or a claim file says
  superbill submit ENCOUNTER…|FILE…   send, exactly once: --to EXCHANGE
  superbill receive                   fetch and file answers: --from EXCHANGE
  superbill status [ID…]              where claims stand
  superbill ack FILE.837…             the TA1, 999 and 277CA of a strict receiver: --out DIR
  superbill lsp --stdio               the language server, for any editor

check, claim, codes, explain, submit, receive, status and ack print JSON with --format json.
SUPERBILL_HOME is the folder of imported code sets, if not the system's usual one.
Exit status: 0 fine, 1 findings or refusals, 2 usage or input that could not be read.`;

const OPTIONS = {
  format: { type: 'string' },
  severity: { type: 'string' },
  'as-of': { type: 'string' },
  check: { type: 'boolean' },
  out: { type: 'string' },
  form: { type: 'string' },
  set: { type: 'string' },
  limit: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  edition: { type: 'string' },
  all: { type: 'boolean' },
  list: { type: 'boolean' },
  'accept-licence': { type: 'boolean' },
  catalogue: { type: 'string' },
  stdio: { type: 'boolean' },
  'node-ipc': { type: 'boolean' },
  clientProcessId: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The options of each command. */
const COMMANDS: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  check: ['format', 'severity', 'as-of'],
  fix: ['as-of'],
  format: ['check'],
  claim: ['format', 'out', 'form', 'as-of'],
  codes: ['format', 'set', 'as-of', 'limit', 'edition', 'all', 'list', 'accept-licence', 'catalogue'],
  explain: ['format', 'as-of'],
  submit: ['format', 'to', 'as-of'],
  receive: ['format', 'from', 'as-of'],
  status: ['format', 'as-of'],
  ack: ['format', 'out'],
  lsp: ['stdio', 'node-ipc', 'clientProcessId'],
};

/** Commands that are planned, and what to do until they are there. */
const LATER: Readonly<Record<string, string>> = {
  aging: 'superbill status shows what is open',
  worklist: 'superbill status shows where every claim stands',
  statement: 'superbill status shows what the patient owes',
};

/** Runs a command. What could not be done is said in a sentence, and ends with status 2. */
export async function runCommandLine(argv: readonly string[], screen: Terminal): Promise<Status> {
  const terminal: Terminal = { print: (text) => screen.print(harmless(text)), say: (text) => screen.say(harmless(text)) };
  try {
    return await run(argv, terminal);
  } catch (error) {
    terminal.say(error instanceof Unusable ? error.message : `Superbill failed: ${reason(error)}`);
    return UNUSABLE;
  }
}

/** What a file says must not steer the screen: characters that would are told by their numbers, as JSON has them. */
function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function run(argv: readonly string[], terminal: Terminal): Promise<Status> {
  const [command, ...rest] = argv;
  if (command === undefined) {
    terminal.say(USAGE);
    return UNUSABLE;
  }
  if (command === 'help' || command === '--help' || command === '-h') {
    terminal.print(USAGE);
    return FINE;
  }
  if (command === 'version' || command === '--version' || command === '-v') {
    terminal.print(`superbill ${version}`);
    return FINE;
  }
  const own = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!own) {
    if (Object.hasOwn(LATER, command)) throw new Unusable(`superbill ${command} is not available yet; ${LATER[command]}.`);
    throw new Unusable(`There is no command ${command}. See superbill help.`);
  }
  const { values, positionals } = read(command, own, rest);
  if (values.help) {
    terminal.print(USAGE);
    return FINE;
  }
  const asOf = values['as-of'] === undefined ? undefined : day(values['as-of']);
  const format = () => choice('--format', values.format ?? 'text', ['text', 'json']);
  // Each command brings what it needs, and no more: a look-up is answered at once.
  switch (command) {
    case 'check': {
      const { SEVERITIES, check } = await import('./check');
      return check(
        positionals,
        {
          format: choice('--format', values.format ?? 'text', ['text', 'json', 'sarif']),
          severity: choice<Severity>('--severity', values.severity ?? 'hint', SEVERITIES),
          asOf,
        },
        terminal,
      );
    }
    case 'fix':
      return (await import('./fix')).fix(positionals, asOf, terminal);
    case 'format':
      return (await import('./fix')).format(positionals, values.check ?? false, terminal);
    case 'claim': {
      const { FORMS, claim } = await import('./claims');
      const form = choice('--form', values.form ?? '837p', FORMS);
      return claim(positionals, { form, format: format(), out: values.out, asOf }, terminal);
    }
    case 'codes':
      return (await import('./codes')).codes(
        positionals,
        {
          limit: wholeNumber('--limit', values.limit ?? '20'),
          format: format(),
          set: values.set,
          edition: values.edition,
          asOf,
          all: values.all ?? false,
          list: values.list ?? false,
          acceptLicence: values['accept-licence'] ?? false,
          catalogue: values.catalogue,
        },
        terminal,
      );
    case 'explain': {
      if (positionals.length === 0) throw new Unusable('Say what to explain: superbill explain CODE|TERM|FILE');
      return (await import('./codes')).explain(positionals.join(' '), { format: format(), asOf }, terminal);
    }
    case 'submit':
      return (await import('./claims')).submit(positionals, { format: format(), to: values.to, asOf }, terminal);
    case 'receive':
      if (positionals.length > 0) throw new Unusable(`superbill receive takes no names: ${positionals.join(' ')}.`);
      return (await import('./claims')).receive({ format: format(), from: values.from, asOf }, terminal);
    case 'ack':
      return (await import('./ack')).ack(positionals, { format: format(), out: values.out }, terminal);
    case 'lsp':
      // The program beside this one says sooner what it can.
      require(path.join(__dirname, 'server.js'));
      return new Promise(() => undefined);
    default:
      return (await import('./claims')).status(positionals, { format: format(), asOf }, terminal);
  }
}

function read(command: string, own: readonly (keyof typeof OPTIONS)[], argv: readonly string[]) {
  const parsed = parse(argv);
  const strange = Object.keys(parsed.values).find((name) => name !== 'help' && !own.some((one) => one === name));
  if (strange) throw new Unusable(`superbill ${command} has no option --${strange}. See superbill help.`);
  // A script whose variable is not set gives an empty word.
  const empty = Object.entries(parsed.values).find(([, value]) => value === '')?.[0];
  if (empty) throw new Unusable(`--${empty} needs a value. See superbill help.`);
  if (parsed.positionals.some((word) => word.trim() === '')) throw new Unusable(`A name given to superbill ${command} is empty.`);
  return parsed;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new Unusable(sentenceOf(error));
  }
}

function sentenceOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'?(-{1,2}[^\s',]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}. See superbill help.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return /does not take/.test(message) ? `${option} stands alone: it takes no value.` : `${option} needs a value. See superbill help.`;
  }
  return 'The arguments are not understood. See superbill help.';
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
  if (!/^[1-9]\d{0,4}$/.test(written)) throw new Unusable(`${option} takes a number from 1 to 99999, not ${written}.`);
  return Number(written);
}
