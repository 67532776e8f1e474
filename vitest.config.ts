import { defineConfig } from 'vitest/config';

interface Kind {
  /** Milliseconds allowed for one test; hooks get four times as much. */
  readonly timeout: number;
  /** Projects with the same number run in parallel; a higher number waits for the lower ones. */
  readonly order: number;
  readonly globalSetup?: string;
  /** Loads modules once per worker instead of once per file: most of a short test's time is its imports. */
  readonly sharedModules?: true;
  /** Gives every processor core a worker; vitest leaves one core free by default, which is half of a small machine. */
  readonly allCores?: true;
}

/** One vitest project per folder of `tests/`; see tests/README.md for what each folder holds. */
const project = (name: string, { timeout, order, globalSetup, sharedModules, allCores }: Kind) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout * 4,
    sequence: { groupOrder: order },
    ...(sharedModules === true ? { isolate: false } : {}),
    ...(allCores === true ? { maxWorkers: '100%' } : {}),
    ...(globalSetup === undefined ? {} : { globalSetup: [globalSetup], fileParallelism: false }),
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      project('unit', { timeout: 30_000, order: 0, sharedModules: true, allCores: true }),
      project('campaigns', { timeout: 120_000, order: 1, allCores: true }),
      project('infra', { timeout: 60_000, order: 2, allCores: true }),
      project('site', { timeout: 60_000, order: 2, allCores: true }),
      project('storage', { timeout: 60_000, order: 3, globalSetup: 'tests/support/dynamodb-local.setup.ts' }),
      project('stack', { timeout: 120_000, order: 4, globalSetup: 'tests/support/stack.setup.ts' }),
      project('e2e', { timeout: 180_000, order: 5, globalSetup: 'tests/support/stack.setup.ts' }),
    ],
  },
});
