import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
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

/** Makes the dependencies that this room's functions share, for one system. */
export const containerOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  const deps = {
    ...functionSystem,
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    emails: emailRepository(table),
    clock: systemClock,
    chance: systemChance,
    limits: confirmationLimits(functionSystem.sharedNetworks),
  };
  return {
    ...deps,
    organisations: organisationRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    audit: auditRepository(table),
    links: linkRepository(table),
    renew: renewLink(deps),
    log: functionLog(functionSystem.system.id),
  };
};
