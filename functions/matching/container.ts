import { policyOf } from '../../shared/matching/policy.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { roundRepository } from '../store/repositories/round-repository.ts';
import { heldByRound } from './seats/held-by-round.ts';
import { renewByMail } from './offers/renew-by-mail.ts';

/** Makes the dependencies that this room's functions share, for one system. */
export const containerOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  return {
    ...functionSystem,
    policy: policyOf(functionSystem.system),
    clock: systemClock,
    chance: systemChance,
    log: functionLog(functionSystem.system.id),
    links: linkRepository(table),
    renew: renewByMail({ table, clock: systemClock }),
    heldBack: heldByRound({ rounds: roundRepository(table), clock: systemClock }),
  };
};
