import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { auditRepository } from '../store/repositories/audit-repository.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { runProgressRepository } from '../store/repositories/run-progress-repository.ts';
import { openRequests } from '../store/open-requests.ts';

/** Makes the dependencies of the nightly deletion, for one system. */
export const nightlyOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  const requests = requestRepository(table);
  return {
    ...functionSystem,
    clock: systemClock,
    chance: systemChance,
    log: functionLog(functionSystem.system.id),
    practitioners: practitionerRepository(table),
    requests,
    emails: emailRepository(table),
    trust: organisationTrustRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    organisations: organisationRepository(table),
    audit: auditRepository(table),
    openRequests: openRequests(table, requests),
    progress: runProgressRepository(table),
  };
};
