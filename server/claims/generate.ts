// From an encounter to a claim that may go out: resolves it and collects every finding that stands against it.
import type { Claim } from '../model/claim';
import type { Definitions, Encounter, Facility, Patient, Payer, Practice, Provider } from '../model/definitions';
import { resolveClaim } from '../model/resolve';
import type { Source } from '../model/value';
import type { Question } from '../model/workspace';
import type { Finding } from '../rules/rule';
import { type RuleWorld, checkClaim, checkDocument, checkText } from '../rules/run';
import { parseSuperbill } from '../syntax/superbill/parse';
import type { SuperbillTree } from '../syntax/superbill/nodes';
import type { Span } from '../syntax/tree';
import { checkWritten } from './check-written';

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
    if (!tree) trees.set(source, (tree = parseSuperbill(source.text)));
    return tree;
  };
  const findingsOf = (block: Block): readonly ClaimFinding[] => {
    let known = checked.get(block);
    if (!known) checked.set(block, (known = world.workspace.noting(() => checkBlock(block, treeOf(block.source), world))));
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

type Block = Encounter | Practice | Provider | Facility | Payer | Patient;

/** Everything that a claim takes words from, each once. */
function blocksOf(claim: Claim): Block[] {
  const blocks = [
    claim.billing?.target,
    claim.patient?.target,
    claim.rendering?.target,
    claim.referring?.target,
    claim.ordering?.target,
    claim.supervising?.target,
    claim.facility?.target,
    ...claim.coverages.map((one) => one.payer),
    ...claim.services.flatMap((service) => [service.rendering?.target, service.ordering?.target]),
  ];
  return [...new Set(blocks.filter((one): one is NonNullable<typeof one> => one !== undefined))];
}

/** The findings inside one block: its own, and what could not be read in it. Claims are checked by themselves. */
function checkBlock(block: Block, tree: SuperbillTree, world: RuleWorld): ClaimFinding[] {
  const nothing: Definitions = {
    source: block.source,
    practices: [],
    providers: [],
    facilities: [],
    payers: [],
    fees: [],
    patients: [],
    encounters: [],
    contracts: [],
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
    case 'practice':
      return { practices: [block] };
    case 'provider':
      return { providers: [block] };
    case 'facility':
      return { facilities: [block] };
    case 'payer':
      return { payers: [block] };
    case 'patient':
      return { patients: [block] };
    case 'encounter':
      return { encounters: [block] };
  }
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
