import type { EndReason } from '../../../shared/matches/match.ts';
import { endMatch } from '../../matching/matches/end-match.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Ending {
  readonly id: string;
  readonly reason: EndReason;
  readonly why: string;
  readonly by: string;
}

/**
 * Ends a match early for both sides, who are both told. The seat is vacant again and at the front of the queue.
 * Idempotent.
 */
export const endMatchFor =
  (deps: Pick<PractitionerDeps, 'table' | 'clock' | 'chance'>) =>
  ({ id, reason, why, by }: Ending) =>
    endMatch(deps)(id, { outcome: 'ended-early', reason }, `team:${by}`, deps.clock.now(), { by, why });
