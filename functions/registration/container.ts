import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { auditRepository } from '../store/repositories/audit-repository.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { confirmationLimits } from '../web/links/confirmation-limits.ts';
import { renewLink } from '../web/links/renew-link.ts';

const { TABLE_NAME, SITE_URL } = environment({
  TABLE_NAME: settings.TABLE_NAME,
  SITE_URL: settings.SITE_URL,
});
const table = functionTable(TABLE_NAME);
const deps = {
  table,
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  emails: emailRepository(table),
  clock: systemClock,
  chance: systemChance,
  limits: confirmationLimits,
};

/** Dependencies shared by this room's functions, built once at cold start. */
export const container = {
  ...deps,
  organisations: organisationRepository(table),
  offers: offerRepository(table),
  matches: matchRepository(table),
  audit: auditRepository(table),
  links: linkRepository(table),
  renew: renewLink(deps),
  siteUrl: SITE_URL,
  log: functionLog(),
};
