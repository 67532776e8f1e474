import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { holdsBack } from '../../../shared/rounds/round-moves.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RoundRepository } from '../../store/repositories/round-repository.ts';

interface Deps {
  readonly rounds: Pick<RoundRepository, 'all'>;
  readonly clock: Clock;
}

/** Finds which requests are held by a round now. One query a run; there are a few rounds a year. */
export const heldByRound =
  ({ rounds, clock }: Deps) =>
  async (): Promise<(request: SupervisionRequest) => boolean> => {
    const known = await rounds.all();
    const now = clock.now();
    return (request) => known.some((round) => holdsBack(round, request, now));
  };
