import type { OrganisationIndex } from '../../shared/systems/organisations/organisation-index.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import type { FunctionSystem } from './function-system.ts';
import { organisationsOf } from './organisations-of.ts';

/** Makes the reader of a system's organisations for a function: see `organisationsOf`. */
export const functionOrganisations = ({
  system,
}: Pick<FunctionSystem, 'system'>): (() => Promise<OrganisationIndex>) => {
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  return organisationsOf(
    { objects: functionObjects(BUCKET_NAME), clock: systemClock, log: functionLog() },
    system,
  );
};
