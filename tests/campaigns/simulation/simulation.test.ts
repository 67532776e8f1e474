import { describe, expect, it } from 'vitest';
import { plants } from '../../simulation/planted.ts';
import { runSeed } from '../../simulation/run-seed.ts';
import { cases } from '../../support/campaign.ts';

describe('a simulated service under faults', () => {
  it.each(Array.from({ length: cases(30, 5) }, (_, index) => index + 1))(
    'keeps every promise with seed %i',
    async (seed) => {
      const { violation, faults, mails, isOfBorders } = await runSeed({ seed, operations: 500 });
      expect(violation).toBeUndefined();
      expect(faults).toBeGreaterThan(0);
      if (!isOfBorders) expect(mails).toBeGreaterThan(20);
    },
  );

  it('is deterministic for a seed', async () => {
    const first = await runSeed({ seed: 9, operations: 200 });
    expect(await runSeed({ seed: 9, operations: 200 })).toEqual(first);
  });
});

describe('a planted mistake', () => {
  /** Stops at the first seed that detects the fault. `npm run simulate -- --planted` runs hundreds of seeds. */
  it.each(plants.map((plant) => [plant.words, plant] as const))(
    'is detected by the rule that it breaks: %s',
    async (_, plant) => {
      let detected: string | undefined;
      for (let seed = 1; seed <= 150 && detected === undefined; seed += 1) {
        const { noticed } = await runSeed({ seed, operations: 500, plant });
        detected = noticed.find((what) => plant.noticedAs.test(what));
      }
      expect(detected).toBeDefined();
    },
  );
});
