import { londonDay } from '../../shared/kernel/time.ts';
import type { RoundResult } from '../../shared/insights/round-results.ts';
import { planDocuments } from './plan-documents.ts';
import { roundRepository } from './repositories/round-repository.ts';
import type { Table } from './table/table.ts';

/** Number of rounds that the insights cover; they span about two years. */
const RECENT = 6;

/**
 * Reads the results of the latest confirmed rounds, newest first. Makes one query for the list and one for each
 * round.
 */
export const recentRounds = (table: Table) => async (): Promise<readonly RoundResult[]> => {
  const rounds = await roundRepository(table).all();
  const confirmed = rounds.flatMap(({ confirmedPlan, confirmedAt, ...round }) =>
    confirmedPlan === undefined || confirmedAt === undefined
      ? []
      : [{ ...round, confirmedPlan, confirmedAt }],
  );
  return Promise.all(
    confirmed.slice(0, RECENT).map(async (round): Promise<RoundResult> => {
      // Reads the confirmed plan, because the plan of a follow-up is not public before it is confirmed.
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
