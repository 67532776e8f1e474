import { defineConfig } from 'vitest/config';

/** The tests that a mutant of the core has to fail: those without I/O. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/allocation/**/*.test.ts',
      'tests/unit/domain/**/*.test.ts',
      'tests/unit/matching/**/*.test.ts',
      'tests/unit/programme/**/*.test.ts',
      'tests/unit/reference/**/*.test.ts',
      'tests/unit/registration/**/*.test.ts',
      'tests/unit/rounds/**/*.test.ts',
    ],
    // A general solver beside ours on hundreds of instances, and copies of the engine with faults: seconds a mutant.
    exclude: [
      'tests/unit/allocation/equal-to-oracle.test.ts',
      'tests/unit/allocation/explained-by-a-general-solver.test.ts',
      'tests/unit/allocation/planted-faults.test.ts',
      'tests/unit/rounds/explained.test.ts',
    ],
    // What remains of the campaigns tries a tenth: see tests/support/allocation/campaign.ts.
    env: { CAMPAIGNS: 'short' },
    // They share no state that one of them changes: loading the core anew for each file would take most of the time.
    isolate: false,
    testTimeout: 30_000,
  },
});
