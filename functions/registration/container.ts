import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/config.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../platform/storage/client.ts';
import { auditRepository } from '../platform/storage/audit-repository.ts';
import { emailRepository } from '../platform/storage/email-repository.ts';
import { linkRepository } from '../platform/storage/link-repository.ts';
import { matchRepository } from '../platform/storage/match-repository.ts';
import { offerRepository } from '../platform/storage/offer-repository.ts';
import { organisationRepository } from '../platform/storage/organisation-repository.ts';
import { practitionerRepository } from '../platform/storage/practitioner-repository.ts';
import { requestRepository } from '../platform/storage/request-repository.ts';
import { confirmationLimits } from './confirmation-limits.ts';
import { renewLink } from './renew-link.ts';

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

/** What the functions of this room share; built once, when a function starts. */
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
