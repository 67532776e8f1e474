import { policy } from '../../shared/matching/policy.ts';
import { roundPolicy } from '../../shared/rounds/round-policy.ts';
import { judgeContextOf } from '../matching/seats/judge-context.ts';
import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);

/** Dependencies shared by this room's functions, built once at cold start. */
export const container = {
  table,
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  emails: emailRepository(table),
  clock: systemClock,
  chance: systemChance,
  log: functionLog(),
  policy: roundPolicy,
  memory: judgeContextOf({ ledger: ledgerRepository(table), clock: systemClock, policy }),
};
