// The last look at a claim before it goes out: written as a file, it is judged as its receiver will judge it.
import type { Claim } from '../model/claim';
import type { ClaimPlace } from '../model/claim-place';
import type { Source, Value } from '../model/value';
import type { Finding, Place, Rule } from '../rules/rule';
import { type RuleSettings, type RuleWorld, checkX12Claims } from '../rules/run';
import { RULES } from '../rules/table';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { validate } from '../syntax/x12/validate';
import { cleanData } from '../syntax/x12/write';
import { claimControl } from './control';
import { destination, priorDecisions } from './destination';
import type { ClaimFinding } from './generate';
import { locate837 } from './locate';
import { wordsOf } from './words';
import { addressesOf, writeClaims } from './write-837p';

/**
 * The last net: what nothing has caught in the encounter, but a receiver would refuse in the file, by its guide or by the
 * rules for files. It stands on the word that it was made from.
 */
export function checkWritten(claim: Claim, world: RuleWorld): ClaimFinding[] {
  const billed = destination(claim, priorDecisions(claim));
  const interchange = { control: 1, date: world.today, time: '0000', usage: 'T', ...addressesOf(claim, billed) } as const;
  const text = writeClaims({ claims: [{ claim, control: claimControl(claim.id.value, 1) }], interchange });
  const document = readX12(text);
  const refusals = [...ofTheGuide(document), ...ofTheRules(document, world)];
  const envelope = [claim.billing?.target?.submitter, claim.coverages[billed]?.payer?.payerId].filter((id) => id !== undefined);
  const found = [
    ...idsOf(claim)
      .filter(isAltered)
      .map((id) => refusalAt(id, { rule: 'x12/invalid-character', message: `“${id.value}” holds a sign that no claim can carry` })),
    ...envelope
      .filter(({ value }) => value.length > ENVELOPE)
      .map((id) =>
        refusalAt(id, {
          rule: 'x12/invalid-length',
          message: `on the envelope (ISA) an id has ${ENVELOPE} characters at most, here ${id.value.length}`,
        }),
      ),
  ];
  if (refusals.length === 0) return found;
  const located = locate837(document);
  return [
    ...found,
    ...refusals.map(({ segment, element, component, ...refusal }) => {
      const [at] = located.at(segment, element, component);
      const words = wordsOf(claim, at?.place ?? envelopePlace(document.segments.id(segment), element));
      return refusalAt(words.definition ?? words.encounter, refusal);
    }),
  ];
}

/** So many characters of an id fit into ISA06 and ISA08. */
const ENVELOPE = 15;

function refusalAt({ source, span }: Place, { message, ...finding }: Reason): ClaimFinding {
  return { ...finding, severity: 'error', span, source, fixes: [], message: `The claim would be refused: ${message}` };
}

/** Numbers by which others find something again: they go out as they are, or not at all. */
function idsOf(claim: Claim): Value<string>[] {
  const { billing, facility, authorization, referral, casualtyClaim, original, coverages, services } = claim;
  return [
    billing?.target?.submitter,
    billing?.target?.mammography,
    facility?.target?.mammography,
    authorization,
    referral,
    casualtyClaim,
    original,
    ...coverages.flatMap(({ coverage, payer }) => [coverage.member, coverage.group, payer?.payerId]),
    ...services.map((service) => service.line),
  ].filter((id) => id !== undefined);
}

function isAltered({ value }: Value<string>): boolean {
  return cleanData(value) !== value.toUpperCase().replace(/\s+/g, ' ');
}

/** What the envelope takes from the practice's file. */
function envelopePlace(segment: string, element = 0): ClaimPlace {
  if (segment !== 'GS') return { kind: 'claim' };
  return { kind: element === 2 ? 'submitter' : element === 3 ? 'payer-id' : 'claim' };
}

type Reason = Pick<Finding, 'rule' | 'message' | 'transaction' | 'paper'>;

/** What a receiver refuses, and where in the file. */
interface Refusal extends Reason {
  readonly segment: number;
  readonly element?: number;
  readonly component?: number;
}

function ofTheGuide(document: X12Document): Refusal[] {
  return validate(document)
    .filter((problem) => problem.severity === 'error')
    .map((problem) => {
      const { kind, message, loop, reference, segment, element, component } = problem;
      return { rule: `x12/${kind}`, message, transaction: `${loop} ${reference}`.trim(), segment, element, component };
    });
}

const narrowed = new WeakMap<RuleSettings, RuleSettings>();

/** The rules that hold for files alone: all others have judged the encounter. */
function forFiles(settings: RuleSettings): RuleSettings {
  let known = narrowed.get(settings);
  if (!known) {
    const others = Object.entries<Rule>(RULES)
      .filter(([, one]) => one.only !== 'x12')
      .map(([id]) => [id, 'off'] as const);
    narrowed.set(settings, (known = { ...settings, rules: { ...settings.rules, ...Object.fromEntries(others) } }));
  }
  return known;
}

function ofTheRules(document: X12Document, world: RuleWorld): Refusal[] {
  const source: Source = { uri: 'claim.837', text: document.text, language: 'x12' };
  const errors = checkX12Claims(document, source, { ...world, settings: forFiles(world.settings) }).filter(
    (one) => one.severity === 'error',
  );
  return errors.map(({ rule, message, transaction, paper, span }) => {
    const { segment, element, component } = document.segments.locate(span.start) ?? { segment: document.segments.at(span.start) };
    return { rule, message, transaction, paper, segment, element, component };
  });
}
