// superbill claim, submit, receive and status: from encounters to claims, out, and back.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { placed } from './check';
import type { ClaimFinding } from '../claims/generate';
import { counted } from '../features/wording';
import { accountOf } from '../ledger/account';
import { languageOf } from '../lsp/files';
import type { GeneratedClaim } from '../lsp/claim-files';
import type { HistoryEntry, Outcome } from '../lsp/protocol';
import { reason } from '../lsp/reason';
import { formatMoney } from '../model/money';
import { inOneGo } from '../syntax/steps';
import { makeRoomFor, save, writing } from './save';
import { type Practice, Practices, findEncounters, foundPractice } from './practices';
import { FINDINGS, FINE, type Status, type Terminal, UNUSABLE, Unusable, amount, fileOfUri, neededText, shown } from './terminal';

/** How the outcome is printed. */
type Format = 'text' | 'json';

/** In what form a claim may be wanted. So far only the first is written; for the others a sentence says so. */
export const FORMS = ['837p', '837i', '837d', 'cms1500', 'ub04', 'ada'] as const;

interface Refused {
  readonly encounter: string;
  readonly findings: readonly ReturnType<typeof placed>[];
}

/** The practice in which a name is to be looked up: that of the file, else the one here. */
function practiceOf(name: string, practices: Practices): Practice {
  const root = existsSync(name) ? foundPractice(name) : undefined;
  return root === undefined ? practices.of('.') : practices.at(root);
}

/** Generates claims; refuses encounters with errors and names these. */
export function claim(
  names: readonly string[],
  options: { out?: string; form: (typeof FORMS)[number]; format: Format; asOf?: string },
  terminal: Terminal,
): Status {
  if (names.length === 0) throw new Unusable('Say which encounters: superbill claim ENCOUNTER…');
  if (options.form !== '837p') throw new Unusable(`The form ${options.form} is not available yet: 837p is.`);
  const practices = new Practices(terminal, options.asOf);
  const { made, refused, last } = generateAll(names, practices, options.out);
  const claims = made.map((one) => ({ encounter: one.encounter, control: one.control, file: shown(one.file), charge: one.charge }));
  if (options.out !== undefined && last && made.length > 0) {
    // All in one file of their own, besides their files in claims/.
    save(options.out, options.out, made.length === 1 ? made[0].text : last.desk.files.batch(made));
    for (const one of claims) one.file = options.out;
  }
  if (options.format === 'json') {
    terminal.print(
      JSON.stringify(
        {
          claims: claims.map(({ encounter, control, file, charge }) => ({
            encounter,
            control,
            file,
            form: options.form,
            charge: amount(charge),
          })),
          refused,
        },
        null,
        2,
      ),
    );
  } else {
    for (const one of claims) terminal.print(`${one.encounter}: claim ${one.control}, ${formatMoney(one.charge)}, in ${one.file}`);
    printRefused(refused, terminal);
  }
  return refused.length > 0 ? FINDINGS : FINE;
}

const UNWRITABLE = 'The practice’s folder could not be written to';

/** `out`: a file that is written besides. */
function generateAll(
  names: readonly string[],
  practices: Practices,
  out: string | undefined,
): { made: GeneratedClaim[]; refused: Refused[]; last?: Practice } {
  // Everything is looked up before anything is written.
  const found = names.flatMap((name) => {
    const practice = practiceOf(name, practices);
    return findEncounters(name, practice).map((encounter) => ({ practice, encounter }));
  });
  const wanted = found
    .filter((one, i) => found.findIndex((other) => other.encounter === one.encounter) === i)
    .map(({ practice, encounter }) => ({ practice, encounter, prepared: practice.desk.prepare(encounter) }));
  const good = wanted.filter(({ prepared }) => !prepared.refused);
  if (out !== undefined && good.length > 0) makeRoomFor(out);
  return {
    made: good.map(({ practice, encounter, prepared }) => writing(UNWRITABLE, () => practice.desk.files.write(encounter, prepared))),
    refused: wanted
      .filter(({ prepared }) => prepared.refused)
      .map(({ practice, encounter, prepared }) => ({ encounter: encounter.id.value, findings: errorsOf(prepared.findings, practice) })),
    ...(wanted.length > 0 && { last: wanted[0].practice }),
  };
}

function errorsOf(findings: readonly ClaimFinding[], { project }: Practice): Refused['findings'] {
  return findings
    .filter((finding) => finding.severity === 'error')
    .flatMap((finding) => {
      const document = project.get(finding.source.uri);
      return document ? [placed(fileOfUri(finding.source.uri), document, finding)] : [];
    });
}

function printRefused(refused: readonly Refused[], terminal: Terminal): void {
  for (const one of refused) {
    terminal.print(`${one.encounter}: no claim, ${counted(one.findings.length, 'error')}`);
    for (const finding of one.findings)
      terminal.print(`  ${finding.file}:${finding.range.start.line}:${finding.range.start.column}: ${finding.message} [${finding.rule}]`);
  }
}

/** Sends encounters, or claim files, exactly once. */
export async function submit(
  names: readonly string[],
  options: { to?: string; format: Format; asOf?: string },
  terminal: Terminal,
): Promise<Status> {
  if (names.length === 0) throw new Unusable('Say which encounters or claim files: superbill submit ENCOUNTER…|CLAIMFILE…');
  const practices = new Practices(terminal, options.asOf);
  // Everything is looked up before anything goes out.
  const tasks = names.flatMap((name): { name: string; run: () => Promise<Outcome> }[] => {
    const practice = practiceOf(name, practices);
    const { desk } = practice;
    needExchange(desk, options.to);
    if (isClaimFile(name)) {
      const text = neededText(name);
      return [{ name, run: () => desk.submitFile(name, text, options.to) }];
    }
    return findEncounters(name, practice).map((encounter) => ({
      name: encounter.id.value,
      run: () => desk.submit({ uri: encounter.source.uri, encounter: encounter.id.value }, options.to),
    }));
  });
  const submitted: { name: string; ok: boolean; message: string }[] = [];
  let broken: string | undefined;
  for (const { name, run } of tasks) {
    const outcome = await run().catch((error: unknown) => (broken = `${name} is not sent: ${whyUnsent(error)}.`));
    // What has gone out before is told all the same.
    if (typeof outcome === 'string') break;
    submitted.push({ name, ok: outcome.ok, message: outcome.message });
    if (options.format === 'text') terminal.print(outcome.message);
  }
  if (options.format === 'json') terminal.print(JSON.stringify({ submitted }, null, 2));
  if (broken !== undefined) throw new Unusable(broken);
  return submitted.every((one) => one.ok) ? FINE : FINDINGS;
}

/** What the disk refuses, it refuses in the practice's folder. */
function whyUnsent(error: unknown): string {
  const isOfDisk = (error as NodeJS.ErrnoException).path !== undefined;
  return isOfDisk ? `the practice’s folder could not be written to (${reason(error)})` : reason(error);
}

function needExchange({ sending }: Practice['desk'], name: string | undefined): void {
  if (name !== undefined && !sending.exchanges().some(({ id }) => id === name)) throw new Unusable(sending.noExchange(name));
}

function isClaimFile(name: string): boolean {
  if (!existsSync(name)) return false;
  const language = languageOf(name);
  return language === 'x12' || (language === undefined && path.extname(name) !== '' && languageOf(name, neededText(name)) === 'x12');
}

/** Fetches, files and posts what the exchanges have. */
export async function receive(options: { from?: string; format: Format; asOf?: string }, terminal: Terminal): Promise<Status> {
  const { desk } = new Practices(terminal, options.asOf).here();
  needExchange(desk, options.from);
  const { files, changed, problems } = await desk.fetch(options.from);
  for (const problem of problems) terminal.say(problem);
  const names = files.map(shown);
  if (options.format === 'json')
    terminal.print(JSON.stringify({ received: names, claims: changed.map((one) => ({ claim: one.control, state: one.state })) }, null, 2));
  else {
    terminal.print(files.length === 0 ? 'Nothing new has come.' : `${counted(files.length, 'answer')} received`);
    for (const one of changed) {
      terminal.print(`${one.control}: ${one.summary}`);
      if (one.state !== 'voided') for (const line of one.reasons) terminal.print(`  ${line}`);
    }
  }
  return problems.length > 0 ? UNUSABLE : FINE;
}

/** A claim as `status` tells it. Amounts are dollars. */
interface ClaimStatus {
  readonly encounter: string;
  readonly claim: string;
  readonly state: string;
  readonly payer: string;
  readonly charge: number;
  readonly paid: number;
  readonly adjusted: number;
  readonly patient: number;
  readonly balance: number;
  readonly history: readonly HistoryEntry[];
}

/** The life cycle of claims: of the encounters named, or of all. Names may be encounters or claims, in any case. */
export function status(ids: readonly string[], options: { format: Format; asOf?: string }, terminal: Terminal): Status {
  const { desk, root } = new Practices(terminal, options.asOf).here();
  const accounts = inOneGo(desk.claims()).map((node) => ({ ...node, account: desk.account(node.encounter) }));
  const all = [...accounts, ...orphans(desk)].map((one) => {
    const attempts = desk.book()?.claimsOf(one.encounter) ?? [];
    const names = [one.encounter, one.control, ...attempts.map((claim) => claim.control)];
    return { ...one, names: new Set(names.map((name) => name.toUpperCase())) };
  });
  const isNamed = ({ names }: { readonly names: ReadonlySet<string> }, id: string): boolean => names.has(id.toUpperCase());
  const wanted = all.filter((one) => ids.length === 0 || ids.some((id) => isNamed(one, id)));
  const claims = wanted.map(
    ({ encounter, control, state, payer, charge, account }): ClaimStatus => ({
      encounter,
      claim: control,
      state,
      payer,
      charge: Number(charge || 0),
      paid: amount(account?.paid ?? 0),
      adjusted: amount(account?.adjusted ?? 0),
      patient: amount(account?.patient ?? 0),
      balance: amount(account?.balance ?? 0),
      history: desk.historyOf(encounter || control).map((one) => ({ ...one, ...(one.file && { file: fileOfUri(one.file) }) })),
    }),
  );
  if (options.format === 'json') terminal.print(JSON.stringify({ claims }, null, 2));
  else
    printTable(
      wanted.map((one) => [one.encounter || one.control, one.state, one.payer, one.charge, one.summary]),
      terminal,
    );
  if (all.length === 0 && ids.length === 0) terminal.say(`There is no encounter and no claim in ${shown(root)}.`);
  const unknown = ids.filter((id) => !all.some((one) => isNamed(one, id)));
  for (const id of unknown) terminal.say(`There is no encounter or claim ${id}.`);
  return unknown.length > 0 ? UNUSABLE : FINE;
}

/** Columns as wide as what is in them; amounts, in the fourth, stand under one another. */
function printTable(rows: readonly (readonly string[])[], terminal: Terminal): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows)
    terminal.print(
      row
        .map((cell, i) => (i === 3 ? cell.padStart(widths[i]) : i === row.length - 1 ? cell : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    );
}

/** Claims without an encounter are not forgotten. */
function orphans(desk: Practice['desk']) {
  return desk
    .orphans()
    .map((one) => ({
      encounter: one.key.startsWith('#') ? '' : one.key,
      control: one.control,
      state: one.state,
      payer: one.payer,
      charge: formatMoney(one.charge),
      summary: `${one.summary}; ${one.key.startsWith('#') ? 'from a claim file' : 'its encounter is gone'}`,
      account: one.key.startsWith('#') ? accountOf([one]) : desk.account(one.key),
    }));
}
