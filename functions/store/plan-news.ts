import * as z from 'zod';
import type { Round, RoundPlanRef } from '../../shared/rounds/round.ts';
import { withUnknownKeys } from '../../shared/kernel/unknown-keys.ts';
import { roundRepository } from './repositories/round-repository.ts';
import type { Table } from './table/table.ts';

const seatNewsSchema = z.strictObject({
  seatId: z.string(),
  /** True if an offer was made for the seat; the words no longer apply once it is answered. */
  asked: z.boolean(),
  /** Sentences with counts, without names. */
  words: z.array(z.string()),
});
export type SeatNews = z.infer<typeof seatNewsSchema>;

/** Request id → news of each of its seats. */
const newsSchema = z.record(z.string(), z.array(seatNewsSchema));

const stored = withUnknownKeys(newsSchema, 'kept');

/** The name under which the news of a plan is stored. */
export const newsPiece = ({ id }: Pick<RoundPlanRef, 'id'>): string => `${id}-told`;

/**
 * Reads the news of a plan for one learner. It is stored apart from the result, which names other people and takes the
 * schemas of a whole round to read.
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
