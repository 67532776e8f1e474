import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter } from 'vitest/node';

/** Prints "N passed, N failed", counted over all suites of a run, as its last line, and writes it to `SUMMARY_FILE`. */
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
    const file = process.env['SUMMARY_FILE'] ?? 'reports/summary.txt';
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${line}\n`);
    process.on('exit', () => console.log(line));
  };
}
