// From an encounter to a claim that may go out: resolves it and collects every finding that stands against it.
import type { Claim } from '../model/claim';
import type { ClaimPlace } from '../model/claim-place';
import type { Definitions, Encounter, Facility, Patient, Payer, Practice, Provider } from '../model/definitions';
import { resolveClaim } from '../model/resolve';
import type { Source, Value } from '../model/value';
import type { Question } from '../model/workspace';
import type { Finding, Place } from '../rules/rule';
import { type RuleWorld, checkClaim, checkDocument, checkText, checkX12Claims } from '../rules/run';
import { parseSuperbill } from '../syntax/superbill/parse';
import type { SuperbillTree } from '../syntax/superbill/nodes';
import type { Span } from '../syntax/tree';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { validate } from '../syntax/x12/validate';
import { cleanData } from '../syntax/x12/write';
import { claimControl } from './control';
import { destination, priorDecisions } from './destination';
import { locate837 } from './locate';
import { wordsOf } from './words';
import { addressesOf, writeClaims } from './write-837p';

/** A finding and the document in which it stands. */
export interface ClaimFinding extends Finding {
  readonly source: Source;
}

export interface PreparedClaim {
  readonly claim: Claim;
  /** Of the encounter, and of the practice, patient, payers and providers that it uses. */
  readonly findings: readonly ClaimFinding[];
  /** An error stands against it: it must not go out. */
  readonly refused: boolean;
}

/** Prepares one encounter. */
export function prepareClaim(encounter: Encounter, world: RuleWorld): PreparedClaim {
  return claimPreparer(world)(encounter);
}

/** Prepares one after another, as long as no document changes: what several claims use is checked once. */
export function claimPreparer(world: RuleWorld): (encounter: Encounter) => PreparedClaim {
  const trees = new Map<Source, SuperbillTree>();
  const checked = new Map<Block, { readonly result: readonly ClaimFinding[]; readonly questions: readonly Question[] }>();
  const treeOf = (source: Source): SuperbillTree => {
    let tree = trees.get(source);
    if (!tree) trees.set(source, tree = parseSuperbill(source.text));
    return tree;
  };
  const findingsOf = (block: Block): readonly ClaimFinding[] => {
    let known = checked.get(block);
    if (!known) checked.set(block, known = world.workspace.noting(() => checkBlock(block, treeOf(block.source), world)));
    // Every claim stands on the answers, also where the block was checked for another one.
    world.workspace.ask(known.questions);
    return known.result;
  };
  return (encounter) => {
    const claim = resolveClaim(encounter, world.workspace);
    const findings = [
      ...checkBlock(encounter, treeOf(encounter.source), world),
      ...checkClaim(claim, world).map((finding) => ({ ...finding, ...forClaim(finding), source: claim.source })),
      ...blocksOf(claim).flatMap(findingsOf),
    ];
    if (!findings.some(isError)) findings.push(...checkWritten(claim, world));
    return { claim, findings, refused: findings.some(isError) };
  };
}

/** A visit that the patient pays alone, or that costs nothing, is fine; a claim for it has nobody to go to, or nothing to ask for. */
function forClaim({ rule, severity }: Finding): Partial<Finding> {
  const matters = rule === 'claim/missing-coverage' || (rule === 'claim/invalid-total' && severity === 'warning');
  return matters ? { severity: 'error' } : {};
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

/**
 * The last net: what nothing has caught in the encounter, but a receiver would refuse in the file, by its guide or by the
 * rules for files. It stands on the word that it was made from.
 */
function checkWritten(claim: Claim, world: RuleWorld): ClaimFinding[] {
  const billed = destination(claim, priorDecisions(claim));
  const interchange = { control: 1, date: world.today, time: '0000', usage: 'T', ...addressesOf(claim, billed) } as const;
  const { text } = writeClaims({ claims: [{ claim, control: claimControl(claim.id.value, 1) }], interchange });
  const document = readX12(text);
  const refusals = [...ofTheGuide(document), ...ofTheRules(document, world)];
  const envelope = [claim.billing?.target?.submitter, claim.coverages[billed]?.payer?.payerId].filter((id) => id !== undefined);
  const found = [
    ...idsOf(claim).filter(isAltered).map((id) => refusalAt(id, {
      rule: 'x12/invalid-character', message: `“${id.value}” holds a sign that no claim can carry`,
    })),
    ...envelope.filter(({ value }) => value.length > ENVELOPE).map((id) => refusalAt(id, {
      rule: 'x12/invalid-length', message: `on the envelope (ISA) an id has ${ENVELOPE} characters at most, here ${id.value.length}`,
    })),
  ];
  if (refusals.length === 0) return found;
  const located = locate837(document);
  return [...found, ...refusals.map(({ segment, element, component, ...refusal }) => {
    const [at] = located.at(segment, element, component);
    const words = wordsOf(claim, at?.place ?? envelopePlace(document.segments.id(segment), element));
    return refusalAt(words.definition ?? words.encounter, refusal);
  })];
}

/** So many characters of an id fit into ISA06 and ISA08. */
const ENVELOPE = 15;

function refusalAt({ source, span }: Place, { message, ...finding }: Pick<Refusal, 'rule' | 'message' | 'transaction' | 'paper'>): ClaimFinding {
  return { ...finding, severity: 'error', span, source, fixes: [], message: `The claim would be refused: ${message}` };
}

/** Numbers by which others find something again: they go out as they are, or not at all. */
function idsOf(claim: Claim): Value<string>[] {
  const { billing, facility, authorization, referral, original, coverages, services } = claim;
  return [
    billing?.target?.submitter, billing?.target?.mammography, facility?.target?.mammography, authorization, referral, original,
    ...coverages.flatMap(({ coverage, payer }) => [coverage.member, coverage.group, payer?.payerId]), ...services.map((service) => service.line),
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

/** What a receiver refuses, and where in the file. */
interface Refusal extends Pick<Finding, 'rule' | 'message' | 'transaction' | 'paper'> {
  readonly segment: number;
  readonly element?: number;
  readonly component?: number;
}

function ofTheGuide(document: X12Document): Refusal[] {
  return validate(document).filter((problem) => problem.severity === 'error').map((problem) => {
    const { kind, message, loop, reference, segment, element, component } = problem;
    return { rule: `x12/${kind}`, message, transaction: `${loop} ${reference}`.trim(), segment, element, component };
  });
}

function ofTheRules(document: X12Document, world: RuleWorld): Refusal[] {
  const source: Source = { uri: 'claim.837', text: document.text, language: 'x12' };
  return checkX12Claims(document, source, world).filter(isError).map(({ rule, message, transaction, paper, span }) => {
    const { segment, element, component } = document.segments.locate(span.start) ?? { segment: document.segments.at(span.start) };
    return { rule, message, transaction, paper, segment, element, component };
  });
}

type Block = Encounter | Practice | Provider | Facility | Payer | Patient;

/** Everything that a claim takes words from, each once. */
function blocksOf(claim: Claim): Block[] {
  const blocks = [
    claim.billing?.target, claim.patient?.target, claim.rendering?.target, claim.referring?.target, claim.ordering?.target,
    claim.supervising?.target, claim.facility?.target, ...claim.coverages.map((one) => one.payer),
    ...claim.services.flatMap((service) => [service.rendering?.target, service.ordering?.target]),
  ];
  return [...new Set(blocks.filter((one): one is NonNullable<typeof one> => one !== undefined))];
}

/** The findings inside one block: its own, and what could not be read in it. Claims are checked by themselves. */
function checkBlock(block: Block, tree: SuperbillTree, world: RuleWorld): ClaimFinding[] {
  const nothing: Definitions = {
    source: block.source, practices: [], providers: [], facilities: [], payers: [], fees: [], patients: [], encounters: [], contracts: [],
  };
  const document = { source: block.source, tree: treeOfBlock(block, tree), definitions: { ...nothing, ...only(block) } };
  return (block.kind === 'encounter' ? checkText(document, world) : checkDocument(document, world))
    .filter((finding) => within(finding.span, block.span))
    .map((finding) => ({ ...finding, source: block.source }));
}

/** The tree of a block alone. */
function treeOfBlock(block: Block, tree: SuperbillTree): SuperbillTree {
  const part = tree.parts.find(({ span }) => within(block.span, span));
  return part ? { text: tree.text, parts: [part], lines: part.lines, blocks: part.blocks, problems: part.problems } : tree;
}

function only(block: Block): Partial<Definitions> {
  switch (block.kind) {
    case 'practice': return { practices: [block] };
    case 'provider': return { providers: [block] };
    case 'facility': return { facilities: [block] };
    case 'payer': return { payers: [block] };
    case 'patient': return { patients: [block] };
    case 'encounter': return { encounters: [block] };
  }
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
