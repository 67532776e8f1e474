import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Slow test files: campaigns, and tests of whole services. Most mutants are detected earlier, by a test of a single
 * rule.
 */
const slow = /\/campaigns\/|\/(plan|run-round)\.test\.ts$/u;

/**
 * Runs the slow files last. The run for a mutant ends with the first failing test, and by default vitest starts with
 * the slowest file.
 */
class SlowLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): number => Number(slow.test(moduleId));
    return Promise.resolve(files.toSorted((a, b) => isSlow(a) - isSlow(b)));
  }
}

const rooms = [
  'people,requests,capacity,matches,offers,privacy,notifications',
  'allocation,matching,rounds,insights,programme,registration,store,journeys',
].join(',');

/** The tests of the core, which do no I/O. At least one of them must fail for each mutant. */
export default defineConfig({
  test: {
    include: [`tests/{unit,campaigns}/{${rooms}}/**/*.test.ts`],
    // Excludes tests that would take seconds for each mutant, because they run a general solver on many instances, or
    // copies of the engine with planted faults.
    exclude: [
      'tests/campaigns/allocation/{equal-to-highs,forced-pair-costs,planted-faults}.test.ts',
      'tests/campaigns/rounds/explained-by-highs.test.ts',
    ],
    // Loads modules once instead of once for each test file, because loading the core would take most of the time.
    isolate: false,
    sequence: { sequencer: SlowLast },
    testTimeout: 30_000,
  },
});
