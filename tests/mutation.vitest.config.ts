import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Campaigns and whole services: a mutant that a test of one rule detects need not wait for them. */
const slow = /\/campaigns\/|\/(plan|run-round)\.test\.ts$/u;

/** Runs the slow files last: a mutant ends with the first failing test, and vitest would start with the longest. */
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

/** The tests that a mutant of the core has to fail: those without I/O. */
export default defineConfig({
  test: {
    include: [`tests/{unit,campaigns}/{${rooms}}/**/*.test.ts`],
    // A general solver on many instances, and copies of the engine with faults: seconds for each mutant.
    exclude: [
      'tests/campaigns/allocation/{equal-to-highs,forced-pair-costs,planted-faults}.test.ts',
      'tests/campaigns/rounds/explained-by-highs.test.ts',
    ],
    // Modules are loaded once, not once for each file: loading the core would take most of the time.
    isolate: false,
    sequence: { sequencer: SlowLast },
    testTimeout: 30_000,
  },
});
