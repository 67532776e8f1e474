import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { vouchRepository } from '../store/repositories/vouch-repository.ts';
import { renewLink } from '../web/links/renew-link.ts';

/** Makes the dependencies of the page on which somebody vouches for a DPP, for one system. */
export const vouchContainerOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  const deps = {
    ...functionSystem,
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    emails: emailRepository(table),
    links: linkRepository(table),
    clock: systemClock,
    chance: systemChance,
  };
  return {
    ...deps,
    trust: organisationTrustRepository(table),
    vouches: vouchRepository(table),
    renew: renewLink(deps),
    log: functionLog(functionSystem.system.id),
  };
};
