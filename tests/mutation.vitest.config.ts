import { defineConfig } from 'vitest/config';

/** The tests that a mutant of the core has to fail: those without I/O. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/domain/**/*.test.ts',
      'tests/unit/matching/**/*.test.ts',
      'tests/unit/programme/**/*.test.ts',
      'tests/unit/reference/**/*.test.ts',
      'tests/unit/registration/**/*.test.ts',
      'tests/unit/rounds/**/*.test.ts',
    ],
    // They share no state that one of them changes: loading the core anew for each file would take most of the time.
    isolate: false,
    testTimeout: 30_000,
  },
});
