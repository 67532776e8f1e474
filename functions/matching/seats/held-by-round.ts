import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { holdsBack } from '../../../shared/rounds/round-moves.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RoundRepository } from '../../store/repositories/round-repository.ts';

interface Deps {
  readonly rounds: Pick<RoundRepository, 'all'>;
  readonly clock: Clock;
}

/** Which requests a round keeps for itself now. One query a run; rounds are a few a year. */
export const heldByRound =
  ({ rounds, clock }: Deps) =>
  async (): Promise<(request: SupervisionRequest) => boolean> => {
    const known = await rounds.all();
    const now = clock.now();
    return (request) => known.some((round) => holdsBack(round, request, now));
  };
