import { createHmac } from 'node:crypto';
import type { Instance } from '../../../shared/allocation/instance.ts';

/**
 * Computes the published order with the platform's HMAC.
 * @returns the learners' ids, from first to last
 */
export const publishedOrder = ({ seed, learners }: Instance): string[] =>
  learners
    .map(({ id, priority }) => ({
      id,
      priority,
      lot: createHmac('sha256', seed).update(id).digest('hex').slice(0, 12),
    }))
    .sort(
      (a, b) => a.priority - b.priority || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
