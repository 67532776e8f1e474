import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geographyOf } from '../../shared/geography/geography.ts';
import { straightLineTravel } from '../../shared/geography/straight-line-travel.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

/** Reads a system from its folder. @throws if there is no such folder or its file is not valid */
export const readSystem = (folder: string): ServiceSystem => {
  const file = systemFileSchema.parse(JSON.parse(readFileSync(join(folder, 'system.json'), 'utf8')));
  return serviceSystemFrom(file, straightLineTravel(geographyOf(file)));
};
