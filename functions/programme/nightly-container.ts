import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { openRequests } from '../store/open-requests.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { runProgressRepository } from '../store/repositories/run-progress-repository.ts';

/** Makes the dependencies of the nightly comparison of places with matches, for one system. */
export const nightlyOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  const requests = requestRepository(table);
  return {
    ...functionSystem,
    clock: systemClock,
    log: functionLog(functionSystem.system.id),
    practitioners: practitionerRepository(table),
    requests,
    emails: emailRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    openRequests: openRequests(table, requests),
    progress: runProgressRepository(table),
  };
};
