import * as z from 'zod';
import type { Round } from '../../../shared/rounds/round.ts';
import type { Objects } from '../../platform/objects/objects.ts';
import type { Queues } from '../../platform/queues/queues.ts';
import { figuresFile } from '../../store/figures-file.ts';
import { startRun } from '../../store/runs/start-run.ts';

interface Deps {
  readonly systemId: string;
  readonly objects: Objects;
  readonly queues: Pick<Queues, 'send'>;
}

/** The page of figures on which the public reads the hash of a round's seed. */
export interface PublicHash {
  /** Whether the public reads this round's hash. */
  readonly isShown: (round: Pick<Round, 'id' | 'seedHash'>) => Promise<boolean>;
  /** Asks for the figures to be counted now, so that the hash is public within seconds. */
  readonly publish: () => Promise<void>;
}

const shownSchema = z.object({
  rounds: z.array(z.object({ round: z.object({ id: z.string(), seedHash: z.string() }) })),
});

export const publicHash = ({ systemId, objects, queues }: Deps): PublicHash => {
  const { read } = figuresFile({ objects, systemId, name: 'fairness', schema: shownSchema });
  return {
    isShown: async ({ id, seedHash }) =>
      (await read())?.rounds.some(({ round }) => round.id === id && round.seedHash === seedHash) ?? false,
    publish: startRun({ systemIds: () => Promise.resolve([systemId]), queues, queue: 'figures' }, 'figures'),
  };
};
