// Reports a mocha run twice: for people on the terminal, and as JSON into the file that SUPERBILL_RESULTS names.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reporters } from 'mocha';

/** One line for each room of tests, failures in full with the difference, skipped tests with their reason. */
export default function report(runner, options) {
  const results = { passed: 0, failures: [], skipped: [] };
  const failures = [];
  // Why tests are skipped: said by a hook for its whole suite, or by a test for itself.
  const reasons = { suite: undefined, test: undefined };
  let speaker = 'suite';
  let room;

  const log = console.log;
  // A test says why it is skipped with `console.log('skipped: why')` before `this.skip()`.
  // VS Code's extension host has its own `console.log`, which an assignment would not change.
  const usual = Object.getOwnPropertyDescriptor(console, 'log');
  const listen = (...words) => {
    const said = skipReason(words.join(' '));
    if (said) reasons[speaker] = said;
    else log(...words);
  };
  Object.defineProperty(console, 'log', { value: listen, configurable: true, writable: true });

  const closeRoom = () => {
    if (!room) return;
    const { title, start, passed, failed, skipped } = room;
    const rest = `${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
    log(`    ${failed ? '✗' : '✓'} ${title}: ${passed} passed${rest} (${Math.round(performance.now() - start)} ms)`);
    room = undefined;
  };

  runner.on('suite', (started) => {
    if (!started.parent?.root) return;
    const title = roomOf(started);
    if (room?.title === title) return;
    closeRoom();
    room = { title, start: performance.now(), passed: 0, failed: 0, skipped: 0 };
  });
  runner.on('hook', () => {
    speaker = 'suite';
  });
  runner.on('test', () => {
    speaker = 'test';
  });
  runner.on('test end', () => {
    speaker = 'suite';
    reasons.test = undefined;
  });
  runner.on('pass', () => {
    results.passed += 1;
    if (room) room.passed += 1;
  });
  runner.on('fail', (test, error) => {
    failures.push(Object.assign(test, { err: error }));
    results.failures.push({ title: test.fullTitle(), message: String(error.message ?? error), stack: error.stack });
    if (room) room.failed += 1;
  });
  runner.on('pending', (test) => {
    results.skipped.push({ title: test.fullTitle(), reason: skipReason(test.fullTitle()) ?? reasons.test ?? reasons.suite });
    if (room) room.skipped += 1;
  });
  runner.on('suite end', () => {
    reasons.suite = undefined;
  });
  runner.once('end', () => {
    closeRoom();
    Object.defineProperty(console, 'log', usual);
    if (options?.reporterOption?.patience) endLater(Number(options.reporterOption.patience));
    if (failures.length > 0) reporters.Base.list(failures);
    const file = process.env.SUPERBILL_RESULTS;
    if (!file) return;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(results, null, 2));
  });
}

/** The folder of built tests that a suite comes from; suites from elsewhere stand for themselves. */
function roomOf(suite) {
  const [room, ...rest] = path.relative(path.join('out', 'test'), suite.file ?? '..').split(path.sep);
  return room === '..' || rest.length === 0 ? suite.title : room;
}

/** Ends a process that hangs because a test left something open, and names it; one that ends by itself never comes here. */
function endLater(patience) {
  setTimeout(() => {
    const open = new Map();
    for (const kind of process.getActiveResourcesInfo()) open.set(kind, (open.get(kind) ?? 0) + 1);
    const what = [...open].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing that Node can name';
    console.error(`The tests are done, but something that they opened still keeps them from ending: ${what}.`);
    // Mocha sets the exit code at the very end; this comes after it.
    process.once('exit', () => {
      process.exitCode = 1;
    });
    process.exit(1);
  }, patience).unref();
}

/** What stands after `skipped: `, to the end of the line or of the brackets around it; or undefined. */
export function skipReason(line) {
  return /\bskipped: *(\S(?:[^()]|\([^()]*\))*)/i.exec(line)?.[1].trim();
}
