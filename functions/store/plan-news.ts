import * as z from 'zod';
import type { Round, RoundPlanRef } from '../../shared/rounds/round.ts';
import { withUnknownKeys } from '../../shared/kernel/unknown-keys.ts';
import { roundRepository } from './repositories/round-repository.ts';
import type { Table } from './table/table.ts';

const seatNewsSchema = z.strictObject({
  seatId: z.string(),
  /**
   * True if the plan makes an offer for the seat; once this offer is answered, the sentences in `words` no
   * longer apply.
   */
  asked: z.boolean(),
  /** Sentences for the learner, with counts but without names. */
  words: z.array(z.string()),
});
export type SeatNews = z.infer<typeof seatNewsSchema>;

/** The sentences for learners about each seat, by request id. */
const newsSchema = z.record(z.string(), z.array(seatNewsSchema));

const stored = withUnknownKeys(newsSchema, 'kept');

/** Returns the name under which a plan's sentences for learners are stored. */
export const newsPiece = ({ id }: Pick<RoundPlanRef, 'id'>): string => `${id}-told`;

/**
 * Reads a plan's sentences for one learner. They are stored separately from the plan's result, because the result is
 * about other people too, and reading it needs the schemas of a whole round.
 *
 * @returns undefined if the plan does not include the request
 */
export const planNews =
  (table: Table) =>
  async (
    round: Pick<Round, 'id'>,
    plan: Pick<RoundPlanRef, 'id'>,
    requestId: string,
  ): Promise<readonly SeatNews[] | undefined> => {
    const news = await roundRepository(table).document(round.id, newsPiece(plan), (document) =>
      stored.parse(document),
    );
    return Object.hasOwn(news, requestId) ? news[requestId] : undefined;
  };
