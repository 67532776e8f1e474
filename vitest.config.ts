import { defineConfig } from 'vitest/config';

interface Kind {
  readonly timeout: number;
  /** Kinds with the same number run side by side; a higher number waits for the lower ones. */
  readonly order: number;
  readonly globalSetup?: string;
}

/** A folder tells a test's speed: each is a project of its own, so that one kind can be run alone. */
const project = (name: string, { timeout, order, globalSetup }: Kind) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout * 4,
    sequence: { groupOrder: order },
    ...(globalSetup === undefined ? {} : { globalSetup: [globalSetup], fileParallelism: false }),
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      project('unit', { timeout: 30_000, order: 0 }),
      project('infra', { timeout: 60_000, order: 1 }),
      project('site', { timeout: 60_000, order: 1 }),
      project('storage', { timeout: 60_000, order: 2, globalSetup: 'tests/support/dynamodb-local.setup.ts' }),
      project('stack', { timeout: 120_000, order: 3, globalSetup: 'tests/support/stack.setup.ts' }),
      project('e2e', { timeout: 180_000, order: 4, globalSetup: 'tests/support/stack.setup.ts' }),
    ],
  },
});
