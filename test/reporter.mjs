// Reports a mocha run twice: for people on the terminal, and as JSON into the file that SUPERBILL_RESULTS names.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reporters } from 'mocha';

/** One line for each suite at the top, failures in full with the difference, skipped tests with their reason. */
export default function report(runner) {
  const results = { passed: 0, failures: [], skipped: [] };
  const failures = [];
  let reason;
  let suite;

  const log = console.log;
  // A test says why it is skipped with `console.log('skipped: why')` before `this.skip()`.
  console.log = (...words) => {
    const said = skipReason(words.join(' '));
    if (said) reason = said;
    else log(...words);
  };

  runner.on('suite', (started) => {
    if (started.root || !started.parent?.root) return;
    suite = { title: started.title, start: performance.now(), passed: 0, failed: 0, skipped: 0 };
  });
  runner.on('test', () => { reason = undefined; });
  runner.on('pass', () => {
    results.passed += 1;
    if (suite) suite.passed += 1;
  });
  runner.on('fail', (test, error) => {
    failures.push(Object.assign(test, { err: error }));
    results.failures.push({ title: test.fullTitle(), message: String(error.message ?? error), stack: error.stack });
    if (suite) suite.failed += 1;
  });
  runner.on('pending', (test) => {
    const why = reason ?? skipReason(test.fullTitle());
    results.skipped.push({ title: test.fullTitle(), reason: why });
    if (suite) suite.skipped += 1;
  });
  runner.on('suite end', (ended) => {
    if (ended.root || !ended.parent?.root || !suite) return;
    const { title, start, passed, failed, skipped } = suite;
    const rest = `${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
    log(`    ${failed ? '✗' : '✓'} ${title}: ${passed} passed${rest} (${Math.round(performance.now() - start)} ms)`);
    suite = undefined;
  });
  runner.once('end', () => {
    console.log = log;
    if (failures.length > 0) reporters.Base.list(failures);
    const file = process.env.SUPERBILL_RESULTS;
    if (!file) return;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(results, null, 2));
  });
}

/** What stands after `skipped: ` in a line, or undefined. */
export function skipReason(line) {
  return /\bskipped: *(\S.*)/i.exec(line)?.[1].trim();
}
