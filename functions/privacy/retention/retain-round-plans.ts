import type { Round } from '../../../shared/rounds/round.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { ListPage, PageOf } from '../../store/table/list-page.ts';
import type { Table } from '../../store/table/table.ts';

/** Maximum number of rows to delete in one commit. They are large, and are read before they are deleted. */
const AT_ONCE = 20;

/** Finds, on one page of the rounds, those that have not changed since `until` and whose plans have not been fully deleted. */
export const roundsWithPlans =
  (table: Table) =>
  async (until: string, page: PageOf): Promise<ListPage<Round>> => {
    const rounds = roundRepository(table);
    const { found, ...rest } = await rounds.page(page);
    const old = found.filter(({ updatedAt }) => updatedAt <= until);
    const pieces = await Promise.all(old.map(({ id }) => rounds.pieceKeys(id, 1)));
    return {
      ...rest,
      found: old.filter(({ plan }, index) => plan !== undefined || (pieces[index] ?? []).length > 0),
    };
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
    const { plan, firstPlan: _first, confirmedPlan: _confirmed, ...rest } = round;
    if (plan !== undefined && !(await table.commit([rounds.save(rest)])).committed) return false;
    for (;;) {
      const pieces = await rounds.pieceKeys(round.id, AT_ONCE);
      if (pieces.length === 0) return true;
      await table.commit(
        pieces.map((key) => ({ do: 'remove' as const, key, when: { is: 'anything' as const } })),
      );
    }
  };
