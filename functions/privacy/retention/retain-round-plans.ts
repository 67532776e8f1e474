import type { Round } from '../../../shared/rounds/round.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Maximum number of rows to delete in one commit. */
const AT_ONCE = 90;

/** Finds the rounds that have not changed since `until` and whose plans have not been fully deleted. */
export const roundsWithPlans =
  (table: Table) =>
  async (until: string): Promise<readonly Round[]> => {
    const rounds = roundRepository(table);
    const old = (await rounds.all()).filter(({ updatedAt }) => updatedAt <= until);
    const pieces = await Promise.all(old.map(({ id }) => rounds.pieceKeys(id)));
    return old.filter(({ plan }, index) => plan !== undefined || (pieces[index] ?? []).length > 0);
  };

/**
 * Deletes the documents of a round's plans but keeps the round. First removes the references to the plans from the
 * round, so that nobody tries to read a deleted document. After an interruption, the run of the next night deletes
 * the rest.
 * @returns false if the round has changed meanwhile
 */
export const withoutPlans =
  (table: Table) =>
  async (round: Round): Promise<boolean> => {
    const rounds = roundRepository(table);
    const pieces = await rounds.pieceKeys(round.id);
    const { plan, firstPlan: _first, confirmedPlan: _confirmed, ...rest } = round;
    if (plan !== undefined && !(await table.commit([rounds.save(rest)])).committed) return false;
    for (let start = 0; start < pieces.length; start += AT_ONCE)
      await table.commit(
        pieces
          .slice(start, start + AT_ONCE)
          .map((key) => ({ do: 'remove' as const, key, when: { is: 'anything' as const } })),
      );
    return true;
  };
