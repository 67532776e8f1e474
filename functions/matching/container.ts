import { noContext } from '../../shared/matching/ask.ts';
import { policy } from '../../shared/matching/policy.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/config.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../platform/storage/client.ts';
import { linkRepository } from '../platform/storage/link-repository.ts';
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
  /** Give and take and pressure prices come with the rounds; until then nothing is remembered. */
  memory: () => Promise.resolve(noContext),
};
