import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/config.ts';
import { functionLog } from '../platform/log.ts';
import { auditRepository } from '../platform/storage/audit-repository.ts';
import { functionTable } from '../platform/storage/client.ts';
import { emailRepository } from '../platform/storage/email-repository.ts';
import { matchRepository } from '../platform/storage/match-repository.ts';
import { offerRepository } from '../platform/storage/offer-repository.ts';
import { organisationRepository } from '../platform/storage/organisation-repository.ts';
import { practitionerRepository } from '../platform/storage/practitioner-repository.ts';
import { requestRepository } from '../platform/storage/request-repository.ts';
import { openRequests } from '../registration/open-requests.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);
const requests = requestRepository(table);

/** What the nightly functions stand on: built once, when a function starts. */
export const nightly = {
  table,
  clock: systemClock,
  chance: systemChance,
  log: functionLog(),
  practitioners: practitionerRepository(table),
  requests,
  emails: emailRepository(table),
  offers: offerRepository(table),
  matches: matchRepository(table),
  organisations: organisationRepository(table),
  audit: auditRepository(table),
  openRequests: openRequests(table, requests),
};
