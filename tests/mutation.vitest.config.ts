import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Campaigns and whole services: what a test of one rule notices need not wait for them. */
const slow =
  /\/(properties|brute-force|closed-places|baselines|explain-pair|plan|round-in-the-service)\.test\.ts$/u;

/** A mutant ends with the first test that fails. Left alone, the longest would run first. */
class SlowLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): number => Number(slow.test(moduleId));
    return Promise.resolve(files.toSorted((a, b) => isSlow(a) - isSlow(b)));
  }
}

/** The tests that a mutant of the core has to fail: those without I/O. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/{people,requests,capacity,matches,offers,privacy,notifications}/**/*.test.ts',
      'tests/unit/{allocation,matching,rounds,insights,programme,registration}/**/*.test.ts',
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
    sequence: { sequencer: SlowLast },
    testTimeout: 30_000,
  },
});
