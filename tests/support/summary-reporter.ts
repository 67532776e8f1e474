import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/**
 * Prints "N passed, N failed", counted over all suites, as the last line of a run. `.ci/run` prints this line once more
 * when it ends.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandledErrors) => {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failedTests = tests.filter((test) => test.result().state === 'failed').length;
    const brokenModules = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    ).length;
    const failed = failedTests + brokenModules + unhandledErrors.length;
    const line = `${passed} passed, ${failed} failed`;
    mkdirSync('reports', { recursive: true });
    writeFileSync('reports/summary.txt', `${line}\n`);
    process.on('exit', () => console.log(line));
  };
}
