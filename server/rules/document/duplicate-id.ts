// One name stands for one thing, in all files together.
import type { Defined } from '../../model/definitions';
import { fileName } from '../../model/value';
import { sameId } from '../../model/resolve';
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'One name stands for one thing',
  why: 'With two definitions of a name nobody can tell which one goes on the claim.',
  cites: ['Superbill, the language'],
  bad: ['provider CURIE\n  name Curie, Marie A\n  npi 1992012348'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348'],
  check({ definitions }, { report, workspace }) {
    const { practices, providers, facilities, payers, patients, encounters } = definitions;
    for (const one of [...practices, ...providers, ...facilities, ...payers, ...patients, ...encounters] as Defined[]) {
      const same = workspace.definitions(one.kind, one.id.value);
      if (same.length < 2) continue;
      const other = same.find((candidate) => candidate.source !== one.source);
      report(
        one.id,
        `${capital(one.kind)} ${one.id.value} is also defined ${other ? `in ${fileName(other.source)}` : 'elsewhere in this file'}: give one of them another name`,
      );
    }
    for (const patient of patients) {
      patient.coverages.forEach((coverage, i) => {
        const twice = patient.coverages.some((other, j) => i !== j && sameId(other.id.value, coverage.id.value));
        if (twice) report(coverage.id, `${patient.id.value} has two coverages named ${coverage.id.value}: give one of them another name`);
      });
    }
  },
});

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
