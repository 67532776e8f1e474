import { policyOf } from '../../shared/matching/policy.ts';
import { heldByRound } from '../matching/seats/held-by-round.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import { deployedSystems } from '../store/deployed-systems.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { judgeContextOf } from '../store/judge-context.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { roundRepository } from '../store/repositories/round-repository.ts';
import { sharingNeighbours } from './neighbours.ts';

/** Makes the dependencies that this room's functions share, for one system. */
export const containerOf = (own: FunctionSystem) => {
  const { system, table } = own;
  const systems = deployedSystems();
  const rounds = roundRepository(table);
  const policy = policyOf(system);
  return {
    own,
    systems,
    policy,
    clock: systemClock,
    chance: systemChance,
    log: functionLog(system.id),
    neighbours: () => sharingNeighbours(systems, own),
    memory: judgeContextOf({ system, ledger: ledgerRepository(table), rounds, clock: systemClock, policy }),
    heldBack: heldByRound({ rounds, clock: systemClock }),
  };
};
