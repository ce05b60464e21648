// Every name stands for something that is defined.
import type { Value } from '../../model/value';
import type { Kind } from '../../model/workspace';
import { nearest } from '../../syntax/superbill/nearest';
import { type RuleContext, replace, rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'Every name stands for something that is defined',
  why: 'What is not defined in any file of the folder cannot be put on the claim.',
  cites: ['Superbill, the language'],
  bad: ['rendering CURRIE', 'patient NOBODY', 'coverage AETNA-2'],
  good: ['rendering CURIE', 'rendering curie'],
  check({ definitions, tree }, given) {
    const wrong = tree.problems.filter(({ kind }) => kind === 'invalid-value');
    const context: Context = { ...given, told: new Set(wrong.map(({ span }) => span.start)) };
    for (const patient of definitions.patients) {
      for (const coverage of patient.coverages) look(context, 'payer', coverage.payer);
    }
    for (const encounter of definitions.encounters) {
      look(context, 'practice', encounter.practice);
      look(context, 'patient', encounter.patient);
      look(context, 'facility', encounter.facility);
      for (const role of [encounter.rendering, encounter.referring, encounter.ordering, encounter.supervising])
        look(context, 'provider', role);
      for (const service of encounter.services) {
        look(context, 'provider', service.rendering);
        look(context, 'provider', service.ordering);
      }
      const patient = encounter.patient && context.workspace.find('patient', encounter.patient.value);
      if (!patient) continue;
      for (const at of [...encounter.coverages, ...encounter.adjudicated.flatMap((one) => one.coverage ?? [])]) {
        if (context.workspace.coverage(patient, at.value)) continue;
        say(
          context,
          at,
          `${patient.id.value} has no coverage ${at.value}`,
          patient.coverages.map(({ id }) => ({ id: id.value, name: '' })),
        );
      }
    }
  },
});

/** `told`: where words begin of which is said already that they are no id. */
interface Context extends RuleContext {
  readonly told: ReadonlySet<number>;
}

function look(context: Context, kind: Kind, at: Value<string> | undefined): void {
  if (!at || context.workspace.find(kind, at.value)) return;
  say(
    context,
    at,
    `There is no ${kind} ${at.value}`,
    context.workspace.list(kind).map((one) => ({ id: one.id.value, name: ('name' in one && one.name?.value.text) || '' })),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function say({ report, told }: Context, at: Value<string>, message: string, all: readonly Named[]): void {
  const near = nearest(
    at.value.toUpperCase(),
    all.map(({ id }) => id.toUpperCase()),
  );
  const called = byName(at.value, all);
  if (told.has(at.span.start) && !near && !called) return;
  const meant = all.find(({ id }) => id.toUpperCase() === near) ?? called ?? (all.length === 1 ? all[0] : undefined);
  if (!meant) {
    report(at, message);
    return;
  }
  const whom = meant === called ? `${meant.id} (${meant.name})` : meant.id;
  report(at, near || called ? `${message}: did you mean ${whom}?` : message, { fixes: [replace(at, meant.id, `Change to ${whom}`)] });
}

/** `Doe, Jane` or `Dr. Curie`: whose name holds all these words, and nobody else’s. */
function byName(written: string, all: readonly Named[]): Named | undefined {
  const wanted = wordsOf(written).filter((one) => !/^(?:dr|md|do|np|mr|mrs|ms)$/.test(one));
  const found =
    wanted.length === 0
      ? []
      : all.filter(({ name }) => {
          const words = wordsOf(name);
          return wanted.every((one) => words.includes(one));
        });
  return found.length === 1 ? found[0] : undefined;
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}
