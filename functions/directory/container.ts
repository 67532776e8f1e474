import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

const { TABLE_NAME, SITE_URL } = environment({
  TABLE_NAME: settings.TABLE_NAME,
  SITE_URL: settings.SITE_URL,
});
const table = functionTable(TABLE_NAME);

/** Dependencies shared by this room's functions, built once at cold start. */
export const container = {
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  clock: systemClock,
  siteUrl: SITE_URL,
  log: functionLog(),
};
