// What payers answered, as findings on the words that caused it: in the encounter, and where the value itself is written.
import { type Located837, locate837 } from '../claims/locate';
import { wordsOf } from '../claims/words';
import type { Project } from '../features/project';
import type { Answer } from '../features/world';
import type { LedgerClaim } from '../ledger/life-cycle';
import type { Ledger } from '../ledger/ledger';
import type { Claim } from '../model/claim';
import type { ClaimPlace } from '../model/claim-place';
import type { Encounter } from '../model/definitions';
import { resolveClaim } from '../model/resolve';
import type { PayerAnswer } from '../payments/answer';
import type { Fix, Place, Severity } from '../rules/rule';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { slice } from '../syntax/tree';

/** The claim as it would go out now, to see whether what the payer complained of was corrected since. */
export type Rewrite = (claim: Claim, control: string) => string;

/** Findings for a document from the newest claim of every encounter that has to do with it. `readSent`: text of a claim file. */
export function answerFindings(project: Project, uri: string, ledger: Ledger | undefined, readSent: (file: string) => string, rewrite: Rewrite): Answer[] {
  if (!ledger) return [];
  const findings: Answer[] = [];
  for (const encounter of project.workspace.list('encounter')) {
    const status = ledger.claimsOf(encounter.id.value)[0];
    if (!status || !status.events.some(({ answer }) => isShown(answer)) || !concerns(encounter, uri, project)) continue;
    const claim = resolveClaim(encounter, project.workspace);
    const changed = changes(status, claim, readSent, rewrite);
    for (const { answer } of status.events) if (isShown(answer)) findings.push(...findingsOf(answer, status, claim, uri, changed));
  }
  return findings;
}

/** Receipts, acceptances and regular shares are the business of status line and hover. */
function isShown(answer: PayerAnswer): boolean {
  return answer.severity !== 'information';
}

function concerns(encounter: Encounter, uri: string, project: Project): boolean {
  if (encounter.source.uri === uri) return true;
  if (!encounter.patient) return false;
  return project.workspace.find('patient', encounter.patient.value)?.source.uri === uri || (project.get(uri)?.language === 'superbill' && (project.superbill(uri)?.definitions.practices.length ?? 0) > 0);
}

function findingsOf(answer: PayerAnswer, status: LedgerClaim, claim: Claim, uri: string, changed: (place: ClaimPlace) => boolean): Answer[] {
  const { encounter, definition } = wordsOf(claim, answer.place);
  const corrected = changed(answer.place);
  const severity: Severity = corrected ? 'information' : answer.severity;
  const message = `${said(answer, status, claim)}${corrected ? ' Corrected since: resubmit the claim.' : answer.next ? ` ${answer.next}` : ''} [${answer.code}]`;
  const words = [encounter, definition].filter((place): place is Place => place !== undefined && place.source.uri === uri);
  return words.map((place) => ({
    rule: RULES[answer.outcome] ?? 'payer/answer', severity, payer: nameOf(status, claim), span: place.span, message, fixes: corrected ? [] : fixesOf(answer, definition ?? encounter, place),
  }));
}

/** The payer's name as the practice writes it: of the coverage that the claim went to, the first where that cannot be told. */
function nameOf({ payer }: LedgerClaim, { coverages }: Claim): string {
  const names = coverages.flatMap((one) => one.payer?.name?.value.text ?? []);
  return names.find((name) => name.toUpperCase() === payer.toUpperCase()) ?? names[0] ?? payer;
}

function said({ message }: PayerAnswer, status: LedgerClaim, claim: Claim): string {
  const { payer } = status, name = nameOf(status, claim);
  return payer && message.toUpperCase().startsWith(`${payer.toUpperCase()} `) ? name + message.slice(payer.length) : `${name || 'The payer'}: ${message}`;
}

const RULES: Partial<Record<PayerAnswer['outcome'], string>> = { rejected: 'payer/rejected', denied: 'payer/denied', partial: 'payer/denied' };

/** What the payer has on file goes in with one key; the edit may lie in the patient's file. */
function fixesOf({ correction }: PayerAnswer, value: Place, at: Place): Fix[] {
  if (!correction || slice(value.source.text, value.span) === correction) return [];
  return [{ title: `Change to “${correction}”, as the payer has it`, safe: false, edits: [{ span: value.span, text: correction }], ...(value.source !== at.source && { source: value.source }) }];
}

/** Tells whether the words of a place differ from those that were sent. */
function changes(status: LedgerClaim, claim: Claim, readSent: (file: string) => string, rewrite: Rewrite): (place: ClaimPlace) => boolean {
  let sent: Map<string, string> | undefined, now: Map<string, string> | undefined;
  return (place) => {
    sent ??= placeTexts(readX12(readSent(status.file)), status.control);
    now ??= placeTexts(readX12(rewrite(claim, status.control)), status.control);
    const key = keyOf(place);
    return sent.get(key) !== now.get(key);
  };
}

/** What an 837 says at each place. */
function placeTexts(document: X12Document, control: string): Map<string, string> {
  const texts = new Map<string, string>();
  const located: Located837 = locate837(document);
  const { segments } = document;
  let i = 0;
  // The envelope and the batch header differ with every writing.
  while (i < segments.count && segments.id(i) !== 'HL') i += 1;
  for (; i < segments.count && segments.id(i) !== 'SE'; i += 1) {
    for (let n = 1; n <= segments.size(i); n += 1) {
      for (const one of located.at(i, n)) {
        if (one.control !== control) continue;
        const key = keyOf(one.place);
        texts.set(key, `${texts.get(key) ?? ''}|${segments.text(i, n)}`);
      }
    }
  }
  return texts;
}

function keyOf({ kind, n, k }: ClaimPlace): string {
  return `${kind}:${n ?? ''}:${k ?? ''}`;
}
