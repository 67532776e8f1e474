import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

const { TABLE_NAME, SITE_URL } = environment({
  TABLE_NAME: settings.TABLE_NAME,
  SITE_URL: settings.SITE_URL,
});
const table = functionTable(TABLE_NAME);

/** Dependencies of the organisation's page, built once at cold start. */
export const organisationContainer = {
  links: linkRepository(table),
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  ledger: ledgerRepository(table),
  organisations: organisationRepository(table),
  clock: systemClock,
  siteUrl: SITE_URL,
  log: functionLog(),
};
