// Findings of claim files after a change of code sets: judged anew, though no text has changed.
import assert from 'node:assert/strict';
import { Project, type X12File } from '../../../server/features/project';
import { x12Findings } from '../../../server/features/x12-findings';
import { codeSets } from '../../kit/code-sets';
import { BESIDE, worldWith } from '../../kit/scene';
import { PROFESSIONAL_FILE } from '../../rules/x12/kit';

suite('claim files and code sets', () => test('an edition of code sets that comes or goes is seen in open claim files', () => {
  let known = true;
  const sets = codeSets();
  const codes = { ...sets, find: (...[set, code, date]: Parameters<typeof sets.find>) => sets.find(set, known ? code : `${code}9`, date) };
  const project = new Project();
  const world = { ...worldWith(BESIDE), codes, project };
  const file = project.set('file:///a.837', PROFESSIONAL_FILE, 'x12') as X12File;
  const unknown = (): number => x12Findings(file, world).filter((one) => one.rule === 'diagnosis/unknown-code').length;
  assert.equal(unknown(), 0);
  known = false;
  project.judgeAnew();
  assert.equal(unknown(), 2);
}));
