import { defineConfig } from 'vitest/config';

/** A folder tells a test's speed: each is a project of its own, so that one kind can be run alone. */
const project = (name: string, timeout: number, extra: object = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout * 4,
    ...extra,
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      project('unit', 5_000),
      project('infra', 30_000),
      project('site', 30_000),
      project('storage', 20_000, { globalSetup: ['tests/support/dynamodb-local.setup.ts'], fileParallelism: false }),
      project('stack', 60_000, { globalSetup: ['tests/support/stack.setup.ts'], fileParallelism: false }),
      project('e2e', 120_000, { globalSetup: ['tests/support/stack.setup.ts'], fileParallelism: false }),
    ],
  },
});
