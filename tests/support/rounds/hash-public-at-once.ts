import { fairnessRounds } from '../../../functions/directory/insights/fairness-rounds.ts';
import { type PublicHash, publicHash } from '../../../functions/matching/rounds/public-hash.ts';
import type { Objects } from '../../../functions/platform/objects/objects.ts';
import { figuresFile } from '../../../functions/store/figures-file.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import * as z from 'zod';
import { memoryObjects } from '../memory-objects.ts';

const systemId = 'kent-and-medway';

/** Publishes the rounds at once when figures are asked for, as the reader of the queue does within seconds. */
export const hashPublicAtOnce = (table: Table, objects: Objects = memoryObjects()): PublicHash => {
  const file = figuresFile({ objects, systemId, name: 'fairness', schema: z.unknown() });
  return publicHash({
    systemId,
    objects,
    queues: {
      send: async () => {
        await file.write({ rounds: (await fairnessRounds(table).all()).map((round) => ({ round })) });
        return [];
      },
    },
  });
};
