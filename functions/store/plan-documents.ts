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
  /** The version of each request and practitioner when it was read: "request#abc" → 3. */
  versions: z.record(z.string(), z.number()),
});
/** The input of a plan, without the seed. */
export type PlanInput = z.infer<typeof inputSchema>;

/** Schemas for reading documents that an older or newer version wrote. They keep fields that they do not name. */
const stored = {
  input: withUnknownKeys(inputSchema, 'kept'),
  result: withUnknownKeys(roundPlanSchema, 'kept'),
  left: z.array(z.string()),
};

const oldInput = z.looseObject({ snapshot: z.looseObject({ requests: z.array(z.unknown()) }) });

/** Converts an input written by version 0.1.0, whose requests store conflicts of interest as text. */
const withSnapshotOfPeople = (document: unknown): unknown => {
  const input = oldInput.safeParse(document);
  if (!input.success) return document;
  const { snapshot } = input.data;
  return { ...input.data, snapshot: { ...snapshot, requests: snapshot.requests.map(withConflictsAsPeople) } };
};

/** The id of a plan, under which its documents are stored. */
type Filed = Pick<RoundPlanRef, 'id'>;
type Owner = Pick<Round, 'id'>;

/** Writes and reads the documents of a round's plans. Each document has its own rows. */
export const planDocuments = (table: Table) => {
  const rounds = roundRepository(table);
  /**
   * Commits each row separately, because the documents of a round may exceed the limit of 4 MB for a commit.
   * The caller writes the round's own row last, and only if all of these commits succeeded, so that the round's
   * row never refers to an incomplete document.
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
    /** Returns the ids of the requests for which the plan found no place. */
    left: (round: Owner, { id }: Filed): Promise<readonly string[]> =>
      rounds.document(round.id, `${id}-left`, (document) => stored.left.parse(document)),
  };
};
