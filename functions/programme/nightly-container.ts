import { auditRepository } from '../platform/storage/audit-repository.ts';
import { matchRepository } from '../platform/storage/match-repository.ts';
import { offerRepository } from '../platform/storage/offer-repository.ts';
import { organisationRepository } from '../platform/storage/organisation-repository.ts';
import { openRequests } from '../registration/open-requests.ts';
import { container } from './container.ts';

const { table } = container;

/** What the nightly functions stand on besides the room's container. */
export const nightly = {
  ...container,
  offers: offerRepository(table),
  matches: matchRepository(table),
  organisations: organisationRepository(table),
  audit: auditRepository(table),
  openRequests: openRequests(table, container.requests),
};
