// What a rule is given besides its subject: whom it may ask, and the one funnel for what it finds.
import type { Source } from '../model/value';
import { fixForX12 } from './fix-for-x12';
import type { Finding, Fix, Place, Rule, RuleContext, Severity } from './rule';

/** `set`: the severity of the settings, in place of the rule's own. What the rule reports is added to `findings`. */
export function ruleContext(
  id: string,
  rule: Rule,
  set: Severity | undefined,
  source: Source,
  world: Omit<RuleContext, 'report'>,
  findings: Finding[],
): RuleContext {
  const usual = landing(rule, {});
  return {
    codes: world.codes,
    workspace: world.workspace,
    today: world.today,
    report(where, message, options = {}) {
      const place = first(where, source);
      if (!place) return;
      const inside = (span: Place['span']) => span.start >= 0 && span.start <= span.end && span.end <= source.text.length;
      if (!inside(place.span)) throw new RangeError('the finding lies outside of the document');
      findings.push({
        rule: id,
        severity: set ?? options.severity ?? rule.severity,
        span: place.span,
        message,
        fixes: (options.fixes ?? [])
          .filter((fix) => fix.edits.every((edit) => inside(edit.span)))
          .flatMap((fix) => fixFor(fix, rule, source)),
        ...(options.paper === undefined && options.transaction === undefined ? usual : landing(rule, options)),
      });
    },
  };
}

function landing(rule: Rule, options: { paper?: string; transaction?: string }): { paper?: string; transaction?: string } {
  const paper = options.paper ?? rule.paper,
    transaction = options.transaction ?? rule.transaction;
  return { ...(paper && { paper }), ...(transaction && { transaction }) };
}

function first(where: Place | undefined | readonly (Place | undefined)[], source: Source): Place | undefined {
  const places = Array.isArray(where) ? where : [where];
  return places.find((place: Place | undefined) => place?.source === source);
}

/** Fixes are made for what people write; in an X12 file only those that put data in place of data hold. */
function fixFor(fix: Fix, rule: Rule, source: Source): Fix[] {
  if (source.language !== 'x12' || rule.only === 'x12') return [fix];
  const changed = fixForX12(fix);
  return changed ? [changed] : [];
}
