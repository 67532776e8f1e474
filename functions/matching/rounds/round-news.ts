import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { holdsBack, isInWindow } from '../../../shared/rounds/round-moves.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { addDays, type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { planNews, type SeatNews } from '../../store/plan-news.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Facts about a round that one of its learners may know. */
export interface RoundForLearner {
  readonly id: string;
  readonly name: string;
  /**
   * Last day on which the learner waits for the round and is not matched individually; undefined if the learner does
   * not wait.
   */
  readonly keptUntil: Day | undefined;
  readonly seats: readonly SeatNews[];
}

/**
 * Finds the round that a request waits for or was part of. Uses only the confirmed plan, because other plans may
 * still change.
 */
export const roundForLearner =
  (table: Table) =>
  async (request: SupervisionRequest, now: Instant): Promise<RoundForLearner | undefined> => {
    const known = (await roundRepository(table).all()).filter((round) => isInWindow(round, request));
    const view = (round: Round, seats: readonly SeatNews[]): RoundForLearner => ({
      id: round.id,
      name: round.name,
      keptUntil: holdsBack(round, request, now) ? addDays(londonDay(round.heldUntil), -1) : undefined,
      seats,
    });
    for (const round of known) {
      if (round.confirmedPlan === undefined) continue;
      const seats = await planNews(table)(round, { id: round.confirmedPlan }, request.id);
      if (seats !== undefined) return view(round, seats);
    }
    const waiting = known.find((round) => holdsBack(round, request, now));
    return waiting === undefined ? undefined : view(waiting, []);
  };
