import type { Round } from '../../../shared/rounds/round.ts';
import { endedRound, revealedRound, type RoundRefusal } from '../../../shared/rounds/round-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { RoundDeps } from './round-deps.ts';

type Refusal = RoundRefusal | 'round-unknown' | 'busy';

const change =
  ({ table, clock, chance }: Pick<RoundDeps, 'table' | 'clock' | 'chance'>) =>
  (
    id: string,
    by: string,
    action: string,
    move: (round: Round, now: string) => Result<Round, RoundRefusal>,
  ): Promise<Result<Round, Refusal>> => {
    const rounds = roundRepository(table);
    const now = clock.now();
    return decideAndCommit<Round | undefined, Round, Refusal>({
      table,
      read: () => rounds.find(id),
      decide: (round) => {
        if (round === undefined) return refused('round-unknown');
        const moved = move(round, now);
        if (!moved.ok) return moved;
        return accepted({
          value: moved.value,
          changes: [
            rounds.save(moved.value),
            ...teamDecisionRows(`round#${id}`, now, chance.id(), { by }, action),
          ],
        });
      },
    });
  };

/** Ends a round: closes it if its offers have been made, and abandons it otherwise. */
export const endRound = (deps: Pick<RoundDeps, 'table' | 'clock' | 'chance'>) => (id: string, by: string) =>
  change(deps)(id, by, 'round-ended', endedRound);

/** Publishes the seed, so that anybody can check that its hash is the one published at the start. */
export const revealRound =
  (deps: Pick<RoundDeps, 'table' | 'clock' | 'chance'>) => (id: string, by: string) =>
    change(deps)(id, by, 'round-seed-revealed', revealedRound);
