import { londonDay } from '../../shared/kernel/time.ts';
import type { RoundResult } from '../../shared/insights/round-results.ts';
import { planDocuments } from './plan-documents.ts';
import { roundRepository } from './repositories/round-repository.ts';
import type { Table } from './table/table.ts';

/** Rounds that insights look back on: about two years. */
const RECENT = 6;

/** What the latest confirmed rounds came to, newest first. One query, and one for each of them. */
export const recentRounds = (table: Table) => async (): Promise<readonly RoundResult[]> => {
  const rounds = await roundRepository(table).all();
  const confirmed = rounds.flatMap(({ confirmedPlan, confirmedAt, ...round }) =>
    confirmedPlan === undefined || confirmedAt === undefined
      ? []
      : [{ ...round, confirmedPlan, confirmedAt }],
  );
  return Promise.all(
    confirmed.slice(0, RECENT).map(async (round): Promise<RoundResult> => {
      // Of a follow-up that is being planned nothing is told yet.
      const { outcomes, bottlenecks } = await planDocuments(table).result(round, { id: round.confirmedPlan });
      const { id, name, startsFrom, startsTo } = round;
      return {
        id,
        name,
        startsFrom,
        startsTo,
        confirmedOn: londonDay(round.confirmedAt),
        outcomes,
        bottlenecks,
      };
    }),
  );
};
