import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { holdsBack } from '../../../shared/rounds/round-moves.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RoundRepository } from '../../store/repositories/round-repository.ts';

interface Deps {
  readonly rounds: Pick<RoundRepository, 'all'>;
  readonly clock: Clock;
}

/**
 * Finds the requests that wait for a round at present and must not be matched individually. Makes one query per run;
 * there are only a few rounds a year.
 */
export const heldByRound =
  ({ rounds, clock }: Deps) =>
  async (): Promise<(request: SupervisionRequest) => boolean> => {
    const known = await rounds.all();
    const now = clock.now();
    return (request) => known.some((round) => holdsBack(round, request, now));
  };
