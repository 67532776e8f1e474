import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { vouchRepository } from '../store/repositories/vouch-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

/** Makes the dependencies that this room's functions share, for one system. */
export const containerOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  return {
    ...functionSystem,
    vouches: vouchRepository(table),
    trust: organisationTrustRepository(table),
    organisations: organisationRepository(table),
    matches: matchRepository(table),
    offers: offerRepository(table),
    ledger: ledgerRepository(table),
    knownOrganisations: functionOrganisations(functionSystem),
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    emails: emailRepository(table),
    clock: systemClock,
    chance: systemChance,
    log: functionLog(functionSystem.system.id),
  };
};
