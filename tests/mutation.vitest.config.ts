import { defineConfig } from 'vitest/config';

/** The tests that a mutant of the core has to fail: those without I/O. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/domain/**/*.test.ts',
      'tests/unit/matching/**/*.test.ts',
      'tests/unit/programme/**/*.test.ts',
      'tests/unit/registration/**/*.test.ts',
    ],
    testTimeout: 30_000,
  },
});
