// How long the life cycle of 2,000 claims takes: read for the first time, looked at again, asked at a keystroke.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { claimControl } from '../../server/claims/control';
import { writeClaims } from '../../server/claims/write-837p';
import { trainingExchange } from '../../server/exchange/training';
import { receiveAll } from '../../server/exchange/inbox';
import { Ledger } from '../../server/ledger/ledger';
import { resolveClaim } from '../../server/model/resolve';
import { inOneGo } from '../../server/syntax/steps';
import { cleanUp, deskAt, folder } from '../exchange/kit';
import { codeSets } from '../kit/code-sets';

const CLAIMS = 2000;

async function timed<T>(what: string, run: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  console.log(`${what.padEnd(58)} ${(performance.now() - start).toFixed(1).padStart(8)} ms`);
  return result;
}

export default async function bench(): Promise<void> {
  const root = folder();
  const { desk, project, set } = deskAt(root);
  const one = project.workspace.find('encounter', 'E1002');
  if (!one) throw new Error('the sample practice has no E1002');
  set(
    'many.encounter',
    Array.from({ length: CLAIMS }, (_, i) =>
      one.source.text.replace('E1002', `M${i}`).replace('ROSS-ELENA', i % 2 ? 'ROSS-ELENA' : 'NGUYEN-LINH'),
    ).join('\n'),
  );
  const encounters = project.workspace.list('encounter').filter((each) => /^M\d+$/.test(each.id.value));
  mkdirSync(path.join(root, 'claims'));
  mkdirSync(path.join(root, 'sent', 'training'), { recursive: true });
  await timed(`generate ${CLAIMS} claims, a file each`, () => {
    encounters.forEach((encounter, i) => {
      const control = claimControl(encounter.id.value, 1);
      const text = writeClaims({
        claims: [{ claim: resolveClaim(encounter, project.workspace), control }],
        interchange: { control: i + 1, date: '2026-11-21', time: '0930', usage: 'T', sender: 'RIV001', receiver: '60054' },
      });
      writeFileSync(path.join(root, 'claims', `${control}.837`), text);
      writeFileSync(path.join(root, 'sent', 'training', `${control}.837`), text);
    });
  });
  const files = await timed('the training payer answers all of them', () => receiveAll(root, trainingExchange(root, project.workspace)));
  console.log(`${`files in responses/`.padEnd(58)} ${String(files.length).padStart(8)}`);
  const ledger = new Ledger(root, codeSets(), (message) => console.log(message));
  await timed('status: the ledger for the first time', () => ledger.refresh());
  await timed('status: the ledger again, nothing new', () => ledger.refresh());
  desk.refresh();
  await timed('the Claims view', () => inOneGo(desk.claims()));
  const uri = encounters[0].source.uri;
  await timed('answers for one document at a keystroke, 1,000 rejected', () => desk.world().ledger.answers(uri));
  await timed('the same at the next keystroke', () => desk.world().ledger.answers(uri));
  rmSync(root, { recursive: true, force: true });
  cleanUp();
}
