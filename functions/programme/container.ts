import { policy } from '../../shared/matching/policy.ts';
import { roundPolicy } from '../../shared/matching/round/round-policy.ts';
import { memoryOf } from '../matching/memory.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/config.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../platform/storage/client.ts';
import { emailRepository } from '../platform/storage/email-repository.ts';
import { practitionerRepository } from '../platform/storage/practitioner-repository.ts';
import { ledgerRepository } from '../platform/storage/ledger-repository.ts';
import { requestRepository } from '../platform/storage/request-repository.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);

/** What the functions of this room share; built once, when a function starts. */
export const container = {
  table,
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  emails: emailRepository(table),
  clock: systemClock,
  chance: systemChance,
  log: functionLog(),
  policy: roundPolicy,
  memory: memoryOf({ ledger: ledgerRepository(table), clock: systemClock, policy }),
};
