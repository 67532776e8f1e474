import { expect, it } from 'vitest';
import { laterVersion } from '../../compat/later-version.ts';
import { runSeed } from '../../simulation/run-seed.ts';
import { cases } from '../../support/campaign.ts';

it.each(Array.from({ length: cases(20, 3) }, (_, index) => index + 1))(
  'fields of a later version survive every use case but an erasure, seed %i',
  async (seed) => {
    const { violation } = await runSeed({ seed, operations: 1_500, plant: laterVersion() });
    expect(violation).toBeUndefined();
  },
);
