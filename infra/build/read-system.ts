import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';
import { systemTravel } from '../../shared/systems/system-travel.ts';
import { publishedTravelOf } from './published-travel-of.ts';

/** Reads a system from its folder. @throws if there is no such folder or its file is not valid */
export const readSystem = (folder: string): ServiceSystem => {
  const file = systemFileSchema.parse(JSON.parse(readFileSync(join(folder, 'system.json'), 'utf8')));
  const travelFile = join(folder, 'travel.csv');
  const drives = publishedTravelOf(existsSync(travelFile) ? readFileSync(travelFile, 'utf8') : '');
  return serviceSystemFrom(file, systemTravel(file, drives));
};
