import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { runProgressRepository } from '../store/repositories/run-progress-repository.ts';
import { suppressionRepository } from '../store/repositories/suppression-repository.ts';
import { vouchRepository } from '../store/repositories/vouch-repository.ts';
import { digestRunRepository } from '../store/repositories/digest-run-repository.ts';

/** Makes the dependencies that this room's functions share, for one system. */
export const containerOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  return {
    ...functionSystem,
    clock: systemClock,
    chance: systemChance,
    log: functionLog(functionSystem.system.id),
    emails: emailRepository(table),
    links: linkRepository(table),
    suppressions: suppressionRepository(table),
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    vouches: vouchRepository(table),
    ledger: ledgerRepository(table),
    organisations: organisationRepository(table),
    digests: digestRunRepository(table),
    progress: runProgressRepository(table),
  };
};
