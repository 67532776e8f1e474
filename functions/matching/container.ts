import { policy } from '../../shared/matching/policy.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/config.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../platform/storage/client.ts';
import { ledgerRepository } from '../platform/storage/ledger-repository.ts';
import { linkRepository } from '../platform/storage/link-repository.ts';
import { roundRepository } from '../platform/storage/round-repository.ts';
import { heldBackBy } from './held-back.ts';
import { memoryOf } from './memory.ts';
import { renewByMail } from './renew-by-mail.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);

/** What the functions of this room share; built once, when a function starts. */
export const container = {
  table,
  policy,
  clock: systemClock,
  chance: systemChance,
  log: functionLog(),
  links: linkRepository(table),
  renew: renewByMail({ table, clock: systemClock }),
  memory: memoryOf({
    ledger: ledgerRepository(table),
    rounds: roundRepository(table),
    clock: systemClock,
    policy,
  }),
  heldBack: heldBackBy({ rounds: roundRepository(table), clock: systemClock }),
};
