import { countedOrganisationsSchema } from '../../shared/insights/counted-organisations.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import { figuresFile } from '../store/figures-file.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';

/** Makes the dependencies of the organisation's page, for one system. */
export const organisationContainerOf = (functionSystem: FunctionSystem) => {
  const { table, system } = functionSystem;
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  const file = figuresFile({
    objects: functionObjects(BUCKET_NAME),
    systemId: system.id,
    name: 'organisations',
    schema: countedOrganisationsSchema,
  });
  return {
    ...functionSystem,
    counted: file.read,
    links: linkRepository(table),
    ledger: ledgerRepository(table),
    organisations: organisationRepository(table),
    clock: systemClock,
    log: functionLog(system.id),
  };
};
