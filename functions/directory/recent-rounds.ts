import { londonDay } from '../../shared/domain/time.ts';
import type { RoundResult } from '../../shared/insights/round-results.ts';
import { planDocuments } from '../programme/rounds/plan-documents.ts';
import { roundRepository } from '../platform/storage/round-repository.ts';
import type { Table } from '../platform/storage/table.ts';

/** Rounds that insights look back on: about two years. */
const RECENT = 6;

/** What the latest confirmed rounds came to, newest first. One query, and one for each of them. */
export const recentRounds = (table: Table) => async (): Promise<readonly RoundResult[]> => {
  const rounds = await roundRepository(table).all();
  const results = rounds.map(async (round): Promise<RoundResult | undefined> => {
    const { plan, confirmedAt, state } = round;
    // A follow-up that is being planned has no result yet.
    if (confirmedAt === undefined || plan?.summary === undefined || state === 'planning') return undefined;
    const { outcomes, bottlenecks } = await planDocuments(table).result(round, plan);
    return { confirmedOn: londonDay(confirmedAt), outcomes, bottlenecks };
  });
  return (await Promise.all(results.slice(0, RECENT))).filter((result) => result !== undefined);
};
