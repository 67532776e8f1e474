import type { Round } from '../../../shared/rounds/round.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Rows that one commit removes. */
const AT_ONCE = 90;

/** Rounds unchanged since `until` whose plans, or parts of them, still exist. */
export const roundsWithPlans =
  (table: Table) =>
  async (until: string): Promise<readonly Round[]> => {
    const rounds = roundRepository(table);
    const old = (await rounds.all()).filter(({ updatedAt }) => updatedAt <= until);
    const pieces = await Promise.all(old.map(({ id }) => rounds.pieceKeys(id)));
    return old.filter(({ plan }, index) => plan !== undefined || (pieces[index] ?? []).length > 0);
  };

/**
 * Deletes the documents of a round's plans. The round itself stays and names no plan; this is written first, so that
 * nobody looks for deleted parts. After an interruption, the next night continues.
 * @returns false if the round was changed meanwhile
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
