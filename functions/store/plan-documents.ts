import * as z from 'zod';
import type { Round, RoundPlanRef } from '../../shared/rounds/round.ts';
import { planToLearner } from '../../shared/rounds/explain-round.ts';
import { type RoundPlan, roundPlanSchema } from '../../shared/rounds/round-plan.ts';
import { roundPolicySchema } from '../../shared/rounds/round-policy.ts';
import { snapshotSchema } from '../../shared/rounds/snapshot.ts';
import { commitOnce } from './commit-once.ts';
import { roundRepository } from './repositories/round-repository.ts';
import type { Change, Table } from './table/table.ts';
import { roundNewsPieces, type SeatNews } from '../matching/rounds/round-news.ts';

const inputSchema = z.strictObject({
  snapshot: snapshotSchema,
  policy: roundPolicySchema,
  /** Versions of everything that was read: "request#abc" → 3. */
  versions: z.record(z.string(), z.number()),
});
/** Everything that a plan was computed from, but for the seed. */
export type PlanInput = z.infer<typeof inputSchema>;

/** A plan of a round by the id under which its parts are filed. */
type Filed = Pick<RoundPlanRef, 'id'>;
type Owner = Pick<Round, 'id'>;

/** What belongs to one plan of a round, in rows of its own. */
export const planDocuments = (table: Table) => {
  const rounds = roundRepository(table);
  /**
   * Each row on its own: a commit takes 4 MB, a round may be larger. The round's own row is written last, and not at all
   * where one of these could not be written.
   */
  const write = async (pieces: readonly Change[]): Promise<void> => {
    for (const piece of pieces) await commitOnce(table, [piece]);
  };
  return {
    writeInput: (round: Owner, planId: string, input: PlanInput) =>
      write(rounds.pieces(round.id, `${planId}-input`, input)),
    writeResult: async (round: Owner, { id }: Filed, result: RoundPlan): Promise<void> => {
      await write(rounds.pieces(round.id, `${id}-result`, result));
      const left = result.outcomes.filter(({ placed }) => !placed).map(({ requestId }) => requestId);
      await write(rounds.pieces(round.id, `${id}-left`, left));
      const told = result.outcomes.map(({ requestId }): [string, SeatNews[]] => [
        requestId,
        planToLearner(result, requestId).map(({ seatId, asked, words }) => ({
          seatId,
          asked,
          words: [...words],
        })),
      ]);
      await write(roundNewsPieces(table, round.id, { id }, Object.fromEntries(told)));
    },
    input: async (round: Owner, { id }: Filed): Promise<PlanInput> =>
      inputSchema.parse(await rounds.document(round.id, `${id}-input`)),
    result: async (round: Owner, { id }: Filed): Promise<RoundPlan> =>
      roundPlanSchema.parse(await rounds.document(round.id, `${id}-result`)),
    /** Requests that the plan left without a place. */
    left: async (round: Owner, { id }: Filed): Promise<readonly string[]> =>
      z.array(z.string()).parse(await rounds.document(round.id, `${id}-left`)),
  };
};
