import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { heldByRound } from '../../../functions/matching/seats/held-by-round.ts';
import { roundRepository } from '../../../functions/store/repositories/round-repository.ts';
import { runRoundCommand } from '../../../functions/matching/rounds/run-round-command.ts';
import type { RoundCommand } from '../../../functions/matching/rounds/round-command.ts';
import type { PublicHash } from '../../../functions/matching/rounds/public-hash.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { scene } from '../matching-scene.ts';
import { kentAndMedway } from '../kent-and-medway.ts';
import { hashPublicAtOnce } from './hash-public-at-once.ts';

/** Creates the use cases of rounds over a table in memory, with a clock that tests set and ids that are counted up. */
export const hall = async (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  publicHashOf: (table: Table) => PublicHash = hashPublicAtOnce,
) => {
  const s = await scene({ requests, practitioners });
  const { table, chance, clock, log } = s.deps;
  let tokens = 0;
  const run = runRoundCommand({
    system: kentAndMedway,
    table,
    clock,
    log,
    policy: roundPolicy,
    chance: { id: chance.id, token: () => `token${String((tokens += 1))}` },
    memory: () => Promise.resolve({ balances: {} }),
    publicHash: publicHashOf(table),
    version: 'test',
  });
  const by = 'Robin Exampleton';
  const rounds = roundRepository(table);
  const command = async (one: RoundCommand): Promise<Record<string, never>> => {
    const outcome = await run(one);
    if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.errors ?? [])}`);
    return outcome.data as Record<string, never>;
  };
  return {
    ...s,
    run,
    by,
    rounds,
    gather: async (): Promise<string> => {
      const answer = await run({
        command: 'round-gather',
        by,
        name: 'Autumn',
        startsFrom: '2027-09-01',
        startsTo: '2027-09-30',
      });
      if (!answer.ok) throw new Error(answer.refusal);
      return (answer.data as { round: { id: string } }).round.id;
    },
    plan: async (id: string) => {
      await command({ command: 'round-snapshot', id, by });
      return command({ command: 'round-solve', id, by });
    },
    confirm: async (id: string): Promise<void> => {
      for (let from = 0, of = 1; from < of;) {
        const answer = (await command({ command: 'round-confirm', id, by, from })) as unknown as {
          done: number;
          of: number;
        };
        from = Math.max(answer.done, from + 1);
        of = answer.of;
      }
    },
    command,
    matchSeats: matchSeats({ ...s.deps, heldBack: heldByRound({ rounds, clock }) }),
    answer: decideOffer({ system: kentAndMedway, table, chance }),
  };
};
