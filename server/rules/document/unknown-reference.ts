// Every name stands for something that is defined.
import type { Value } from '../../model/value';
import type { Kind } from '../../model/workspace';
import { nearest } from '../../syntax/superbill/parse';
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
  check({ definitions }, context) {
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
          patient.coverages.map((one) => one.id.value),
        );
      }
    }
  },
});

function look(context: RuleContext, kind: Kind, at: Value<string> | undefined): void {
  if (!at || context.workspace.find(kind, at.value)) return;
  say(
    context,
    at,
    `There is no ${kind} ${at.value}`,
    context.workspace.list(kind).map((one) => one.id.value),
  );
}

function say({ report }: RuleContext, at: Value<string>, message: string, names: readonly string[]): void {
  const near = nearest(
    at.value.toUpperCase(),
    names.map((name) => name.toUpperCase()),
  );
  const meant = names.find((name) => name.toUpperCase() === near) ?? (names.length === 1 ? names[0] : undefined);
  if (!meant) report(at, message);
  else report(at, near ? `${message}: did you mean ${meant}?` : message, { fixes: [replace(at, meant, `Change to ${meant}`)] });
}
