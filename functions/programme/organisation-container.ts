import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

/** Makes the dependencies of the organisation's page, for one system. */
export const organisationContainerOf = (functionSystem: FunctionSystem) => {
  const { table } = functionSystem;
  return {
    ...functionSystem,
    links: linkRepository(table),
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    ledger: ledgerRepository(table),
    organisations: organisationRepository(table),
    clock: systemClock,
    log: functionLog(functionSystem.system.id),
  };
};
