// Answers of a 999: each error points at the word that the wrong segment or element was made from.
import type { ClaimPlace } from '../model/claim-place';
import { type AnswerContext, CLAIM, type PayerAnswer } from './answer';
import { type GroupAnswer, type SyntaxError999, type TransactionAnswer, isAccepted } from './read-999';
import { ELEMENT_CODES, SEGMENT_CODES, TRANSACTION_CODES } from './words';

/** All answers of one group. */
export function groupAnswers(group: GroupAnswer, context: AnswerContext): PayerAnswer[] {
  if (group.transactions.length === 0) {
    const accepted = isAccepted(group.outcome);
    return [
      {
        response: '999',
        group: group.control,
        outcome: accepted ? 'accepted' : 'rejected',
        severity: accepted ? 'information' : 'error',
        place: CLAIM,
        code: `999 AK9 ${group.outcome}`,
        message: `The group ${group.control} was ${accepted ? 'taken in' : 'refused as a whole'}`,
        next: '',
        step: accepted ? 'none' : 'resubmit',
        segment: group.segment,
      },
    ];
  }
  return group.transactions.flatMap((transaction) => transactionAnswers(transaction, group, context));
}

function transactionAnswers(transaction: TransactionAnswer, group: GroupAnswer, context: AnswerContext): PayerAnswer[] {
  const accepted = isAccepted(transaction.outcome) && isAccepted(group.outcome || 'A');
  const base = { response: '999', group: group.control, transaction: transaction.control } as const;
  const reasons = transaction.codes.map((code) => TRANSACTION_CODES[code] ?? `code ${code}`);
  const whole: PayerAnswer = {
    ...base,
    outcome: accepted ? 'accepted' : 'rejected',
    severity: accepted ? 'information' : 'error',
    place: CLAIM,
    code: `999 IK5 ${[transaction.outcome, ...transaction.codes].join(' ')}`,
    segment: transaction.segment,
    step: accepted ? 'none' : 'resubmit',
    message: accepted
      ? 'The file passed the receiver’s check of its form'
      : `The file was refused by the receiver’s check of its form: ${reasons.join(', ') || 'no reason given'}`,
    next: accepted ? '' : 'Correct what is marked and send all claims of the file again.',
  };
  return [whole, ...transaction.errors.flatMap((error) => errorAnswers(error, base, accepted, context))];
}

function errorAnswers(
  error: SyntaxError999,
  base: Pick<PayerAnswer, 'response' | 'group' | 'transaction'>,
  accepted: boolean,
  context: AnswerContext,
): PayerAnswer[] {
  const { element, component } = error;
  const position = { group: base.group ?? '', transaction: base.transaction ?? '', position: error.position, element, component };
  const located = context.locate?.(position) ?? [];
  const number = element === undefined ? '' : String(element).padStart(2, '0');
  const name = `${error.segmentId}${number}${component === undefined ? '' : `-${component}`}`;
  const where = error.loop ? `${error.loop} ${name}` : name;
  const known = error.elementCode ? ELEMENT_CODES[error.elementCode] : SEGMENT_CODES[error.code];
  const words = known ?? `is wrong (code ${error.elementCode ?? error.code})`;
  const code = error.elementCode ? `999 IK403 ${error.elementCode}` : `999 IK304 ${error.code}`;
  const one = (control: string | undefined, place: ClaimPlace, at = ''): PayerAnswer => ({
    ...base,
    ...(control && { control }),
    outcome: accepted ? 'information' : 'rejected',
    severity: accepted ? 'warning' : 'error',
    place,
    code,
    segment: error.segment,
    message: `The receiver says: ${at}${where} ${words}${error.bad ? ` (“${error.bad}”)` : ''}`,
    next: 'Correct it and send the claim again.',
    step: accepted ? 'none' : 'resubmit',
  });
  const own = located.filter((each) => !error.control || each.control === error.control);
  if (own.length > 0) return own.map((each) => one(each.control, each.place));
  // Without a claim its number in the transaction tells where it stands.
  return [one(error.control, CLAIM, error.control ? '' : `segment ${error.position}, `)];
}
