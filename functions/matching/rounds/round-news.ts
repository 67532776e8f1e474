import * as z from 'zod';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { holdsBack, isInWindow } from '../../../shared/rounds/round-moves.ts';
import type { Round, RoundPlanRef } from '../../../shared/rounds/round.ts';
import { addDays, type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';

const toldSeatSchema = z.strictObject({
  seatId: z.string(),
  /** Whether somebody is asked for the seat: such words are over when the answer has come. */
  asked: z.boolean(),
  /** Counts, never names. */
  words: z.array(z.string()),
});
export type SeatNews = z.infer<typeof toldSeatSchema>;

const toldSchema = z.record(z.string(), z.array(toldSeatSchema));
/** What a plan has to say to each learner: request → its seats. */
export type RoundNews = z.infer<typeof toldSchema>;

/** A round as one of its learners sees it. */
export interface RoundForLearner {
  readonly id: string;
  readonly name: string;
  /** The last day on which the round keeps the learner from being matched one by one; undefined: it does not. */
  readonly keptUntil: Day | undefined;
  readonly seats: readonly SeatNews[];
}

const partOf = ({ id }: Pick<RoundPlanRef, 'id'>): string => `${id}-told`;

/** Rows of a plan that hold what each learner may know: a page reads them without the plan, which has names of others' ids. */
export const roundNewsPieces = (
  table: Table,
  roundId: string,
  plan: Pick<RoundPlanRef, 'id'>,
  told: RoundNews,
): readonly Change[] => roundRepository(table).pieces(roundId, partOf(plan), told);

/** The round that a request waits for or was in: only what its offers came to, never a plan that may be changed. */
export const roundForLearner =
  (table: Table) =>
  async (request: SupervisionRequest, now: Instant): Promise<RoundForLearner | undefined> => {
    const rounds = roundRepository(table);
    const known = (await rounds.all()).filter((round) => isInWindow(round, request));
    const view = (round: Round, seats: readonly SeatNews[]): RoundForLearner => ({
      id: round.id,
      name: round.name,
      keptUntil: holdsBack(round, request, now) ? addDays(londonDay(round.heldUntil), -1) : undefined,
      seats,
    });
    for (const round of known) {
      const { id, confirmedPlan } = round;
      if (confirmedPlan === undefined) continue;
      const told = toldSchema.parse(await rounds.document(id, partOf({ id: confirmedPlan })));
      const seats = Object.hasOwn(told, request.id) ? told[request.id] : undefined;
      if (seats !== undefined) return view(round, seats);
    }
    const waiting = known.find((round) => holdsBack(round, request, now));
    return waiting === undefined ? undefined : view(waiting, []);
  };
