// Findings of claim files are worked out anew after a change of code sets, though no text has changed, and after a fault.
import assert from 'node:assert/strict';
import { Project, type X12File } from '../../../server/features/project';
import { x12Findings, x12FindingsSteps } from '../../../server/features/x12/findings';
import { inOneGo } from '../../../server/syntax/steps';
import { codeSets } from '../../kit/code-sets';
import { BESIDE, worldWith } from '../../kit/scene';
import { PROFESSIONAL_FILE } from '../../rules/x12/kit';

suite('claim files and code sets', () =>
  test('an edition of code sets that comes or goes is seen in open claim files', () => {
    let known = true;
    const sets = codeSets();
    const codes = {
      ...sets,
      find: (...[set, code, date]: Parameters<typeof sets.find>) => sets.find(set, known ? code : `${code}9`, date),
    };
    const project = new Project();
    const world = { ...worldWith(BESIDE), codes, project };
    const file = project.set('file:///a.837', PROFESSIONAL_FILE, 'x12') as X12File;
    const unknown = (): number => x12Findings(file, world).filter((one) => one.rule === 'diagnosis/unknown-code').length;
    assert.equal(unknown(), 0);
    known = false;
    project.judgeAnew();
    assert.equal(unknown(), 2);
  }));

suite('a fault while a claim file is checked', () =>
  test('is told to everybody who waits, and the next look is a new one', () => {
    const project = new Project();
    const world = { ...worldWith(BESIDE), codes: codeSets(), project };
    const whole = project.set('file:///b.837', PROFESSIONAL_FILE, 'x12') as X12File;
    let broken = true;
    const file: X12File = {
      ...whole,
      get x12() {
        return broken
          ? new Proxy(whole.x12, {
              get() {
                throw new Error('a fault');
              },
            })
          : whole.x12;
      },
    };
    const two = [x12FindingsSteps(file, world), x12FindingsSteps(file, world)];
    for (const steps of [...two, x12FindingsSteps(file, world)]) assert.throws(() => inOneGo(steps), /a fault/);
    broken = false;
    assert.deepEqual(
      x12Findings(file, world).map(({ message }) => message),
      x12Findings(whole, world).map(({ message }) => message),
    );
  }));
