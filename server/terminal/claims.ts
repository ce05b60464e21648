// superbill claim, submit, receive and status: from encounters to claims, out, and back.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sendOnce } from '../exchange/outbox';
import { receiveAll } from '../exchange/inbox';
import { placed, plural } from './check';
import { languageOf, readText } from '../lsp/files';
import { formatMoney } from '../model/money';
import type { GeneratedClaim } from '../lsp/desk';
import { FINDINGS, FINE, type Practice, type Status, type Terminal, UNUSABLE, Unusable, amount, findEncounters, openPractice, practiceFolder, practiceOf } from './terminal';

type Json = 'text' | 'json';

interface Refused {
  readonly encounter: string;
  readonly findings: readonly ReturnType<typeof placed>[];
}

/** Generates claims; refuses encounters with errors and names these. */
export function claim(names: readonly string[], options: { out?: string; form: string; format: Json; asOf?: string }, terminal: Terminal): Status {
  if (names.length === 0) throw new Unusable('Say which encounters: superbill claim ENCOUNTER…');
  if (options.form !== '837p') throw new Unusable(`The form ${options.form} is not available: 837p is.`);
  const practice = practiceOf(names, terminal, options.asOf);
  const { made, refused } = generateAll(names, practice);
  const claims = made.map((one) => ({ ...one, file: path.relative(process.cwd(), one.file) || one.file }));
  if (options.out && made.length > 0) {
    writeBatch(options.out, made, practice);
    for (const one of claims) one.file = options.out;
  }
  if (options.format === 'json') {
    terminal.print(JSON.stringify({ claims: claims.map(({ encounter, control, file, charge }) => ({ encounter, control, file, form: options.form, charge: amount(charge) })), refused }, null, 2));
  } else {
    for (const one of claims) terminal.print(`${one.encounter}: claim ${one.control}, ${formatMoney(one.charge)}, in ${one.file}`);
    printRefused(refused, terminal);
  }
  return refused.length > 0 ? FINDINGS : FINE;
}

function generateAll(names: readonly string[], practice: Practice): { made: GeneratedClaim[]; refused: Refused[] } {
  const made: GeneratedClaim[] = [], refused: Refused[] = [];
  for (const encounter of findEncounters(names, practice)) {
    const prepared = practice.desk.prepare(encounter);
    if (prepared.refused) refused.push({ encounter: encounter.id.value, findings: errorsOf(prepared.findings, practice) });
    else made.push(practice.desk.write(encounter, prepared));
  }
  return { made, refused };
}

function errorsOf(findings: ReturnType<Practice['desk']['prepare']>['findings'], { project }: Practice): Refused['findings'] {
  return findings.filter((finding) => finding.severity === 'error').flatMap((finding) => {
    const document = project.get(finding.source.uri);
    return document ? [placed(path.relative(process.cwd(), decodeURIComponent(new URL(finding.source.uri).pathname)), document, finding)] : [];
  });
}

/** All claims in one file of their own, besides their files in claims/. */
function writeBatch(file: string, made: readonly GeneratedClaim[], practice: Practice): void {
  writeFileSync(file, made.length === 1 ? made[0].text : practice.desk.batch(made));
}

function printRefused(refused: readonly Refused[], terminal: Terminal): void {
  for (const one of refused) {
    terminal.print(`${one.encounter}: no claim, ${plural(one.findings.length, 'error')}`);
    for (const finding of one.findings) terminal.print(`  ${finding.file}:${finding.range.start.line}:${finding.range.start.column}: ${finding.message} [${finding.rule}]`);
  }
}

/** Sends encounters, or claim files, exactly once. */
export async function submit(names: readonly string[], options: { to?: string; format: Json; asOf?: string }, terminal: Terminal): Promise<Status> {
  if (names.length === 0) throw new Unusable('Say which encounters or claim files: superbill submit ENCOUNTER…|CLAIMFILE…');
  const practice = practiceOf(names, terminal, options.asOf);
  const sent: object[] = [];
  let refusals = 0;
  for (const name of names) {
    const outcome = isClaimFile(name) ? await sendFile(name, options.to, practice) : await sendEncounters(name, options.to, practice);
    for (const one of outcome) {
      if (!one.ok) refusals += 1;
      sent.push(one);
      if (options.format === 'text') terminal.print(one.message);
    }
  }
  if (options.format === 'json') terminal.print(JSON.stringify({ submitted: sent }, null, 2));
  return refusals > 0 ? FINDINGS : FINE;
}

function isClaimFile(name: string): boolean {
  return existsSync(name) && languageOf(name) === 'x12';
}

async function sendEncounters(name: string, to: string | undefined, practice: Practice): Promise<{ ok: boolean; message: string }[]> {
  const outcomes: { ok: boolean; message: string }[] = [];
  for (const encounter of findEncounters([name], practice)) {
    const { ok, message } = await practice.desk.submit({ uri: encounter.source.uri, encounter: encounter.id.value }, to);
    outcomes.push({ ok, message });
  }
  return outcomes;
}

async function sendFile(name: string, to: string | undefined, practice: Practice): Promise<{ ok: boolean; message: string }[]> {
  const exchange = practice.desk.exchanges().find((one) => one.id === (to ?? 'training'));
  if (!exchange) throw new Unusable(`The exchange “${to}” is not set up on this machine.`);
  const result = await sendOnce(practice.root, exchange, { name: path.basename(name).replace(/\.[^.]*$/, '.837'), text: readText(name) });
  practice.desk.refresh();
  const words = { sent: 'is sent', 'sent-before': 'was sent before: nothing is sent twice', 'in-doubt': 'may have been sent before a crash: receive first' };
  return [{ ok: result === 'sent', message: `${name} ${words[result]}` }];
}

/** Fetches, files and posts what the exchanges have. */
export async function receive(options: { from?: string; format: Json }, terminal: Terminal): Promise<Status> {
  const practice = openPractice(practiceFolder('.'), terminal);
  const exchanges = practice.desk.exchanges().filter((one) => options.from === undefined || one.id === options.from);
  if (exchanges.length === 0) throw new Unusable(`The exchange “${options.from}” is not set up on this machine.`);
  const before = new Map((practice.desk.book()?.all() ?? []).map((one) => [one.control, one.state]));
  const files: string[] = [];
  for (const exchange of exchanges) files.push(...await receiveAll(practice.root, exchange));
  practice.desk.refresh();
  const changed = (practice.desk.book()?.all() ?? []).filter((one) => before.get(one.control) !== one.state);
  const names = files.map((file) => path.relative(process.cwd(), file));
  if (options.format === 'json') terminal.print(JSON.stringify({ received: names, claims: changed.map((one) => ({ claim: one.control, state: one.state })) }, null, 2));
  else {
    terminal.print(files.length === 0 ? 'Nothing new has come.' : `${plural(files.length, 'answer')} received`);
    for (const one of changed) {
      terminal.print(`${one.control}: ${one.summary}`);
      for (const line of one.reasons) terminal.print(`  ${line}`);
    }
  }
  return FINE;
}

/** The life cycle of claims: of the encounters named, or of all. */
export function status(ids: readonly string[], options: { format: Json; asOf?: string }, terminal: Terminal): Status {
  const practice = openPractice(practiceFolder('.'), terminal, options.asOf);
  const nodes = practice.desk.claims().filter((one) => ids.length === 0 || ids.some((id) => id.toUpperCase() === one.encounter.toUpperCase() || id.toUpperCase() === one.control.toUpperCase()));
  const unknown = ids.filter((id) => !nodes.some((one) => [one.encounter.toUpperCase(), one.control.toUpperCase()].includes(id.toUpperCase())));
  const claims = nodes.map((node) => {
    const current = practice.desk.current(node.encounter);
    return {
      encounter: node.encounter, claim: node.control, state: node.state, payer: node.payer,
      charge: Number(node.charge || 0), paid: amount(current?.paid ?? 0), adjusted: amount(current?.adjusted ?? 0), patient: amount(current?.patient ?? 0), balance: amount(current?.balance ?? 0),
      history: practice.desk.history({ uri: node.uri, encounter: node.encounter }).map((one) => ({ ...one, ...(one.file && { file: path.relative(process.cwd(), decodeURIComponent(new URL(one.file).pathname)) }) })),
    };
  });
  if (options.format === 'json') terminal.print(JSON.stringify({ claims }, null, 2));
  else for (const one of nodes) terminal.print([one.encounter.padEnd(10), one.state.padEnd(10), one.payer.padEnd(16), one.charge.padStart(10), one.summary].join(' ').trimEnd());
  for (const id of unknown) terminal.say(`There is no encounter or claim ${id}.`);
  return unknown.length > 0 ? UNUSABLE : FINE;
}

