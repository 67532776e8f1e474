import kentAndMedway from '../../shared/reference/systems/kent-and-medway/system.json' with { type: 'json' };
import { geographyOf } from '../../shared/geography/geography.ts';
import { straightLineTravel } from '../../shared/geography/straight-line-travel.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

/** Reads the data of a system. @throws Error if the deployment has no such data */
export const readSystem = async (id: string): Promise<ServiceSystem> => {
  const file = systemFileSchema.parse(kentAndMedway);
  if (file.id !== id) throw new Error('there is no such system');
  return Promise.resolve(serviceSystemFrom(file, straightLineTravel(geographyOf(file))));
};
