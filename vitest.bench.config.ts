import { defineConfig } from 'vitest/config';

/** What `npm run bench -- stack` runs: figures taken on the local stack. They print and gate nothing. */
export default defineConfig({
  test: {
    include: ['tests/bench/*.figures.ts'],
    globalSetup: ['tests/support/stack.setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
    reporters: ['dot'],
  },
});
