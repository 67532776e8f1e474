import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { openRequests } from '../store/open-requests.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);
const requests = requestRepository(table);

/** Dependencies of the nightly comparison of places with matches, built once at cold start. */
export const nightly = {
  table,
  clock: systemClock,
  log: functionLog(),
  practitioners: practitionerRepository(table),
  requests,
  emails: emailRepository(table),
  offers: offerRepository(table),
  matches: matchRepository(table),
  openRequests: openRequests(table, requests),
};
