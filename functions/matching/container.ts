import { policy } from '../../shared/matching/policy.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { roundRepository } from '../store/repositories/round-repository.ts';
import { heldByRound } from './seats/held-by-round.ts';
import { judgeContextOf } from './seats/judge-context.ts';
import { renewByMail } from './offers/renew-by-mail.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);

/** Dependencies shared by this room's functions, built once at cold start. */
export const container = {
  table,
  policy,
  clock: systemClock,
  chance: systemChance,
  log: functionLog(),
  links: linkRepository(table),
  renew: renewByMail({ table, clock: systemClock }),
  memory: judgeContextOf({
    ledger: ledgerRepository(table),
    rounds: roundRepository(table),
    clock: systemClock,
    policy,
  }),
  heldBack: heldByRound({ rounds: roundRepository(table), clock: systemClock }),
};
