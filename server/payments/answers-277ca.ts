// Answers of a 277CA: a claim was taken in, or turned away before anybody decided about it.
import type { ClaimPlace } from '../model/claim-place';
import { type AnswerContext, CLAIM, type PayerAnswer, linePlace, sentence } from './answer';
import { type BatchAnswer, type ClaimAnswer, type ClaimStatus, isRefused } from './read-277ca';
import { explain, placeOf, statusPlace } from './words';

/** All answers of one batch. */
export function batchAnswers(batch: BatchAnswer, context: AnswerContext): PayerAnswer[] {
  const refused = batch.statuses.filter(isRefused);
  return [
    ...refused.map((status) => statusAnswer(status, undefined, context, { batch: batch.reference })),
    ...batch.claims.flatMap((claim) => claimAnswers(claim, batch, context)),
  ];
}

function claimAnswers(claim: ClaimAnswer, batch: BatchAnswer, context: AnswerContext): PayerAnswer[] {
  const numbers = { control: claim.control, batch: batch.reference, ...(claim.payerNumber && { payerNumber: claim.payerNumber }) };
  const lines = claim.lines.flatMap((line, i) => {
    const place = linePlace(line.control, line.code, i + 1);
    return line.statuses.map((status) => statusAnswer(status, place, context, numbers));
  });
  // “Look at the lines” says nothing that the lines do not say themselves.
  const own = claim.statuses.filter((status) => !(status.status === '247' && lines.length > 0));
  return [...own.map((status) => statusAnswer(status, undefined, context, numbers)), ...lines];
}

type Numbers = Pick<PayerAnswer, 'control' | 'batch' | 'payerNumber'>;

function statusAnswer(status: ClaimStatus, line: ClaimPlace | undefined, context: AnswerContext, numbers: Numbers): PayerAnswer {
  const refused = isRefused(status);
  const category = explain(context.codes, 'claim-status-category', status.category, context.date);
  const words = explain(context.codes, 'claim-status', status.status, context.date);
  const entity = ENTITY_WORDS[status.entity];
  const kind = statusPlace(status.status, status.entity);
  // What is said of a line is never about the claim as a whole.
  const place = kind === undefined || (kind === 'claim' && line) ? placeOf(words?.field ?? '', line) : { ...(line ?? {}), kind };
  const correction = refused ? onFile(status.message) : undefined;
  const added = status.message.length > 3 ? ` The payer adds: ${spoken(status.message)}` : '';
  const said = correction ? ` The payer has “${correction}” on file.` : added;
  return {
    ...(correction && { correction }),
    response: '277ca',
    ...numbers,
    outcome: refused ? 'rejected' : status.category.startsWith('A') ? 'accepted' : 'information',
    severity: refused ? 'error' : 'information',
    place: refused ? place : CLAIM,
    code: [status.category, status.status, status.entity].filter(Boolean).join(':'),
    segment: status.segment,
    step: refused ? 'resubmit' : 'none',
    message:
      sentence(
        refused
          ? [words?.meaning ?? `Claim status ${status.status}`, entity && `It is about ${entity}`]
          : [category?.meaning ?? `Claim status category ${status.category}`],
      ) + said,
    next: refused ? words?.next || 'Correct it and send the claim again as an original.' : '',
  };
}

/** Claims speak in capitals; a sentence does not. Numbers and codes stay as they are. */
function spoken(message: string): string {
  const words = message
    .split(' ')
    .map((word) => (/\d/.test(word) || /^(NPI|ID)\b/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return sentence([words.charAt(0).toUpperCase() + words.slice(1)]);
}

/** What the payer says it has instead, in the case in which people write it. */
function onFile(message: string): string | undefined {
  const found = /\bon file is (.+)$/i.exec(message)?.[1].trim();
  return found?.includes(',') ? found.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) : found;
}

const ENTITY_WORDS: Readonly<Record<string, string>> = {
  IL: 'the subscriber',
  QC: 'the patient',
  85: 'the billing provider',
  82: 'the rendering provider',
  DN: 'the referring provider',
  DK: 'the ordering provider',
  DQ: 'the supervising provider',
  77: 'the facility',
  PR: 'the payer',
  41: 'the submitter',
  40: 'the receiver',
  87: 'the pay-to provider',
};
