// Answers of an 835: what was paid, what was refused and why, what the patient owes.
import type { ClaimPlace } from '../model/claim-place';
import { readableMoney } from '../model/money';
import { type AnswerContext, CLAIM, type NextStep, type PayerAnswer, linePlace, sentence } from './answer';
import { checkBalance } from './balance';
import { isInformation, postRemittances } from './post';
import type { ClaimPayment, PlacedAdjustment, Remittance, ServicePayment } from './read-835';
import { explain, placeOf } from './words';

/** All answers of one remittance. */
export function remittanceAnswers(remittance: Remittance, context: AnswerContext): PayerAnswer[] {
  return [...remittance.claims.flatMap((claim) => paymentAnswers(claim, remittance, context)), ...imbalances(remittance)];
}

/** What does not add up is not to be posted unseen. */
function imbalances(remittance: Remittance): PayerAnswer[] {
  return checkBalance(remittance)
    .filter((one) => one.control !== '')
    .map(({ control, message, segment, level }) => ({
      response: '835',
      control,
      outcome: 'information',
      severity: 'warning',
      place: CLAIM,
      code: `835 balance ${level}`,
      segment,
      step: 'none',
      message: `The remittance does not add up. ${message}.`,
      next: 'Ask the payer before you post it.',
    }));
}

function paymentAnswers(claim: ClaimPayment, remittance: Remittance, context: AnswerContext): PayerAnswer[] {
  const numbers = { response: '835', control: claim.control, ...(claim.payerNumber && { payerNumber: claim.payerNumber }) } as const;
  if (claim.status === '22') {
    return [
      {
        ...numbers,
        outcome: 'reversed',
        severity: 'information',
        place: CLAIM,
        code: '835 22',
        segment: claim.segment,
        amount: claim.paid,
        step: 'post',
        next: '',
        message: `${remittance.payer.name || 'The payer'} took back its earlier payment of ${readableMoney(-claim.paid)}.`,
      },
    ];
  }
  const result = postRemittances([{ ...remittance, claims: [claim] }]).get(claim.control);
  const state = result?.state === 'denied' || result?.state === 'partial' ? result.state : 'paid';
  const patient = result?.patient.total ?? 0;
  const paid = `paid ${readableMoney(claim.paid)} of ${readableMoney(claim.charge)}`;
  const remarks = claim.remarks.map((each) => each.code);
  const reasons = [
    ...claim.adjustments.map((one) => reasonAnswer(one, remarks, undefined, state === 'denied', claim, context)),
    ...claim.lines.flatMap((line, i) => lineAnswers(line, i + 1, remarks, claim, context)),
  ];
  return [
    {
      ...numbers,
      outcome: state,
      severity: state === 'denied' ? 'error' : state === 'partial' ? 'warning' : 'information',
      place: CLAIM,
      code: `835 ${claim.status}`,
      segment: claim.segment,
      amount: claim.paid,
      step: state === 'paid' ? 'post' : stepOf(reasons),
      next: '',
      message: sentence([
        `${remittance.payer.name || 'The payer'} ${state === 'denied' ? 'denied the claim' : paid}`,
        patient !== 0 && `The patient owes ${readableMoney(patient)}`,
        /^(19|20|21)$/.test(claim.status) && `It was sent on to ${claim.crossover ?? 'the next payer'}: do not bill that payer by hand`,
      ]),
    },
    ...corrections(claim, numbers),
    ...reasons.filter((one): one is PayerAnswer => one !== undefined),
  ];
}

function stepOf(reasons: readonly (PayerAnswer | undefined)[]): NextStep {
  return reasons.find((one) => one?.severity === 'error')?.step ?? 'replace';
}

function lineAnswers(
  line: ServicePayment,
  order: number,
  claimRemarks: readonly string[],
  claim: ClaimPayment,
  context: AnswerContext,
): (PayerAnswer | undefined)[] {
  const place = linePlace(line.control, line.submittedCode || line.code, order);
  const remarks = [...line.remarks.map((each) => each.code), ...claimRemarks];
  const denied = line.paid <= 0 && line.charge > 0;
  return line.adjustments.map((one) => reasonAnswer(one, remarks, place, denied, claim, context));
}

/** CARCs that mean little without their remark: the remark says what and where. */
const GENERIC = new Set(['16', '96', '125', '129', '226', '227', '252', 'A1', 'A8', '148', '272', '273']);

/** On a line these speak of the service, not of the patient's coverage as such. */
const ABOUT_THE_SERVICE = new Set(['35', '49', '51', '96', '97', '119', '149', '160', '169', '179', '202', '204', 'B1']);

function reasonAnswer(
  one: PlacedAdjustment,
  remarks: readonly string[],
  line: (ClaimPlace & { readonly n: number }) | undefined,
  denied: boolean,
  claim: ClaimPayment,
  context: AnswerContext,
): PayerAnswer | undefined {
  if (one.amount === 0) return undefined;
  const information = isInformation(one.group, one.reason);
  const words = explain(context.codes, 'carc', one.reason, context.date);
  const explained = remarks.map((code) => ({ code, words: explain(context.codes, 'rarc', code, context.date) }));
  const tells = (each: (typeof explained)[number]): boolean => !/^(none|document|contract|)$/.test(each.words?.field ?? '');
  const telling = information ? undefined : explained.find(tells);
  const general = GENERIC.has(one.reason) && telling?.words ? telling.words.field : (words?.field ?? '');
  const field = line && ABOUT_THE_SERVICE.has(one.reason) && /^(coverage|modifier)$/.test(general) ? 'procedure' : general;
  const refuses = !information && denied;
  return {
    response: '835',
    control: claim.control,
    ...(claim.payerNumber && { payerNumber: claim.payerNumber }),
    outcome: refuses ? 'denied' : 'information',
    severity: refuses ? 'error' : information ? 'information' : 'warning',
    place: placeOf(field, line),
    code: `${one.group}-${one.reason}`,
    amount: one.amount,
    segment: one.segment,
    message: sentence([
      `${readableMoney(one.amount)}: ${words?.meaning ?? `reason ${one.reason}`}`,
      ...(information ? [] : explained.map(({ code, words: said }) => `${code}: ${said?.meaning ?? 'remark'}`)),
    ]),
    next: (GENERIC.has(one.reason) && telling?.words?.next) || words?.next || '',
    step: information ? 'post' : reasonStep(one, remarks),
  };
}

const OTHER_PAYER = new Set(['19', '20', '21', '22', '24', '31', '109', '26', '27']);
const APPEAL = new Set(['29', '50', '150', '151', '152', '119', '167', '272', '273', '226', '227', '252', '163', '164']);

function reasonStep({ group, reason }: PlacedAdjustment, remarks: readonly string[]): NextStep {
  // Unprocessable: no rights of appeal, a new claim is wanted.
  if (remarks.includes('MA130')) return 'resubmit';
  // Not covered, and the payer says that the patient pays.
  if (group === 'PR' && ABOUT_THE_SERVICE.has(reason)) return 'post';
  if (OTHER_PAYER.has(reason)) return 'other-payer';
  return APPEAL.has(reason) ? 'appeal' : 'replace';
}

/** What the payer has on file instead of what was sent. */
function corrections(claim: ClaimPayment, numbers: Pick<PayerAnswer, 'response' | 'control' | 'payerNumber'>): PayerAnswer[] {
  const { corrected } = claim;
  if (!corrected) return [];
  const one = (kind: 'member' | 'patient-name', message: string, correction: string): PayerAnswer => ({
    ...numbers,
    outcome: 'information',
    severity: 'warning',
    place: { kind },
    code: '835 NM1*74',
    message,
    next: 'Change it in the patient’s file.',
    step: 'none',
    correction,
    segment: corrected.segment,
  });
  const name = [corrected.last, [corrected.first, corrected.middle].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [
    ...(corrected.member && corrected.member !== claim.member
      ? [one('member', `The payer has the member id ${corrected.member} on file.`, corrected.member)]
      : []),
    ...(corrected.last ? [one('patient-name', `The payer has the name ${name} on file.`, name)] : []),
  ];
}
