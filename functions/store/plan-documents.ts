import * as z from 'zod';
import type { Round, RoundPlanRef } from '../../shared/rounds/round.ts';
import { withUnknownKeys } from '../../shared/kernel/unknown-keys.ts';
import { planToLearner } from '../../shared/rounds/explain-round.ts';
import { type RoundPlan, roundPlanSchema } from '../../shared/rounds/round-plan.ts';
import { withConflictsAsPeople } from '../../shared/requests/old-conflicts.ts';
import { roundPolicySchema } from '../../shared/rounds/round-policy.ts';
import { snapshotSchema } from '../../shared/rounds/snapshot.ts';
import { commitOnce } from './commit-once.ts';
import { newsPiece, type SeatNews } from './plan-news.ts';
import { roundRepository } from './repositories/round-repository.ts';
import type { Change, Table } from './table/table.ts';

const inputSchema = z.strictObject({
  snapshot: snapshotSchema,
  policy: roundPolicySchema,
  /** Version of each noun that was read: "request#abc" → 3. */
  versions: z.record(z.string(), z.number()),
});
/** What a plan was computed from, without the seed. */
export type PlanInput = z.infer<typeof inputSchema>;

/** Documents of older and newer versions: fields that a schema does not name are kept. */
const stored = {
  input: withUnknownKeys(inputSchema, 'kept'),
  result: withUnknownKeys(roundPlanSchema, 'kept'),
  left: z.array(z.string()),
};

const oldInput = z.looseObject({ snapshot: z.looseObject({ requests: z.array(z.unknown()) }) });

/** Changes an input of 0.1.0, whose requests hold conflicts as text. */
const withSnapshotOfPeople = (document: unknown): unknown => {
  const input = oldInput.safeParse(document);
  if (!input.success) return document;
  const { snapshot } = input.data;
  return { ...input.data, snapshot: { ...snapshot, requests: snapshot.requests.map(withConflictsAsPeople) } };
};

/** A plan by the id under which its documents are stored. */
type Filed = Pick<RoundPlanRef, 'id'>;
type Owner = Pick<Round, 'id'>;

/** The documents of a round's plans, each in rows of its own. */
export const planDocuments = (table: Table) => {
  const rounds = roundRepository(table);
  /**
   * Commits each row alone, because a round may exceed the 4 MB of a commit. The caller writes the round's own row last,
   * and not at all if one of these fails.
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
      const news = result.outcomes.map(({ requestId }): [string, SeatNews[]] => [
        requestId,
        planToLearner(result, requestId).map(({ seatId, asked, words }) => ({
          seatId,
          asked,
          words: [...words],
        })),
      ]);
      await write(rounds.pieces(round.id, newsPiece({ id }), Object.fromEntries(news)));
    },
    input: (round: Owner, { id }: Filed): Promise<PlanInput> =>
      rounds.document(round.id, `${id}-input`, (document) =>
        stored.input.parse(withSnapshotOfPeople(document)),
      ),
    result: (round: Owner, { id }: Filed): Promise<RoundPlan> =>
      rounds.document(round.id, `${id}-result`, (document) => stored.result.parse(document)),
    /** Ids of the requests that the plan left without a place. */
    left: (round: Owner, { id }: Filed): Promise<readonly string[]> =>
      rounds.document(round.id, `${id}-left`, (document) => stored.left.parse(document)),
  };
};
