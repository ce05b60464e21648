// What payers answer, claim by claim: every response file becomes a list of answers that point into encounters.
import { type X12Document, readX12 } from '../syntax/x12/read';
import { type AnswerContext, CLAIM, type PayerAnswer } from './answer';
import { batchAnswers } from './answers-277ca';
import { remittanceAnswers } from './answers-835';
import { groupAnswers } from './answers-999';
import { read277ca } from './read-277ca';
import { read835 } from './read-835';
import { read999 } from './read-999';
import { readTa1 } from './read-ta1';
import { INTERCHANGE_CODES } from './words';

/** All answers of a response file, whatever it holds. */
export function answersFor(response: string | X12Document, context: AnswerContext): PayerAnswer[] {
  const document = typeof response === 'string' ? readX12(response) : response;
  return [
    ...readTa1(document).map(interchangeAnswer),
    ...read999(document).flatMap((group) => groupAnswers(group, context)),
    ...read277ca(document).flatMap((batch) => batchAnswers(batch, context)),
    ...read835(document).flatMap((remittance) => remittanceAnswers(remittance, context)),
  ];
}

function interchangeAnswer({ control, outcome, code, segment }: ReturnType<typeof readTa1>[number]): PayerAnswer {
  const refused = outcome === 'R';
  const words = INTERCHANGE_CODES[code] ?? `code ${code}`;
  return {
    response: 'ta1',
    interchange: control,
    outcome: refused ? 'rejected' : 'accepted',
    severity: refused ? 'error' : outcome === 'E' ? 'warning' : 'information',
    place: CLAIM,
    code: `TA1 ${code}`,
    segment,
    step: refused ? 'resubmit' : 'none',
    message: `The file ${control} ${refused ? `was refused as a whole: ${words}` : outcome === 'E' ? `arrived, but ${words}` : 'arrived'}`,
    next: !refused
      ? ''
      : code === '025'
        ? 'Check whether the file was already taken in before sending it again.'
        : 'Correct the envelope and send the claims again.',
  };
}
