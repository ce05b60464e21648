// superbill check: the findings of documents and X12 files, as text, JSON or SARIF.
import { type ProjectDocument, Project } from '../features/project';
import { findingsIn } from '../features/diagnostics';
import { uriOf } from '../lsp/files';
import type { Finding, Severity } from '../rules/rule';
import { counted } from '../features/wording';
import { checkX12Stream } from '../features/x12/check-stream';
import { boxOfFinding } from '../features/x12/paper-box';
import { type LinePlace, placesIn, readPieces } from './large-file';
import { type InputFile, eachInput } from './input-files';
import { type Practice, Practices } from './practices';
import { FINDINGS, FINE, type Status, type Terminal, UNUSABLE, unread } from './terminal';
import { sarif } from './sarif';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif';
  /** The least severity that is reported. */
  readonly severity: Severity;
  readonly asOf?: string;
}

/** A finding with its place as people count: lines and columns from 1. */
export interface PlacedFinding {
  readonly file: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** Box of the paper form, and loop and element of the transaction; '' where there is none. */
  readonly paper: string;
  readonly transaction: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Status {
  const practices = new Practices(terminal, options.asOf);
  const findings: PlacedFinding[] = [];
  let files = 0,
    broken = false;
  const shown = (finding: PlacedFinding) => SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(options.severity);
  const unreadable = eachInput(
    paths.length > 0 ? paths : ['.'],
    terminal,
    (one) => {
      files += 1;
      const practice = one.language === 'x12' ? practices.near(one.file) : practices.of(one.file, one.given);
      try {
        for (const finding of one.large ? checkLarge(one, practice) : checkInput(one, practice)) if (shown(finding)) findings.push(finding);
      } catch (error) {
        if (!one.large) throw error;
        terminal.say(unread(one.name, error));
        broken = true;
      }
    },
    { inPieces: true },
  );
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const errors = count('error'),
    warnings = count('warning');
  if (options.format === 'json') terminal.print(JSON.stringify({ findings, files, errors, warnings }, null, 2));
  else if (options.format === 'sarif') terminal.print(JSON.stringify(sarif(findings), null, 2));
  else {
    const sum = `${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
    // At once: thousands of lines one by one take longer than it takes to find them.
    terminal.print([...findings.map(line), `${sum}${others(findings.length - errors - warnings)}`].join('\n'));
  }
  if (files === 0 && !unreadable) terminal.say('There is no superbill document and no X12 file here.');
  if (unreadable || broken) return UNUSABLE;
  return findings.length > 0 ? FINDINGS : FINE;
}

function checkInput(one: InputFile, { project, desk }: Practice): PlacedFinding[] {
  // X12 files are read for themselves and then let go: a folder may hold thousands.
  const home = one.language === 'superbill' ? project : new Project();
  const document = home.set(uriOf(one.file), one.text, one.language);
  return findingsIn(document, desk.world()).map((finding) => placed(one.name, document, finding));
}

/** A file that is read twice, piece by piece: for what is wrong, and for the lines on which it stands. */
function checkLarge({ name, file }: InputFile, { desk }: Practice): PlacedFinding[] {
  let check = checkX12Stream(desk.world(), uriOf(file));
  readPieces(
    file,
    (text) => check.push(text),
    () => {
      check = checkX12Stream(desk.world(), uriOf(file));
    },
  );
  const findings = check.end();
  if (findings.length === 0) return [];
  const places = placesIn(
    file,
    findings.flatMap(({ span }) => [span.start, span.end]),
  );
  const at = (offset: number) => places.get(offset) ?? { line: 1, column: 1 };
  return findings.map((finding) => placedAt(name, finding, at));
}

export function placed(file: string, document: ProjectDocument, finding: Finding): PlacedFinding {
  const paper = document.language === 'x12' ? boxOfFinding(document.x12, finding) : finding.paper;
  return placedAt(file, { ...finding, paper }, (offset) => {
    const { line, character } = document.lines.position(offset);
    return { line: line + 1, column: character + 1 };
  });
}

function placedAt(file: string, finding: Finding, at: (offset: number) => LinePlace): PlacedFinding {
  return {
    file,
    range: { start: at(finding.span.start), end: at(finding.span.end) },
    severity: finding.severity,
    rule: finding.rule,
    message: finding.message,
    paper: finding.paper ?? '',
    transaction: finding.transaction ?? '',
    fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
  };
}

function line(one: PlacedFinding): string {
  const { start } = one.range;
  return `${one.file}:${start.line}:${start.column}: ${one.severity}: ${one.message}${landing(one)} [${one.rule}]`;
}

function landing({ paper, transaction }: PlacedFinding): string {
  const parts = [paper && `box ${paper}`, transaction].filter(Boolean).join(' · ');
  return parts ? ` (${parts})` : '';
}

function others(count: number): string {
  return count > 0 ? `, ${counted(count, 'note')}` : '';
}
