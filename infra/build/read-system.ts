import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { publishedSystemFrom } from '../../shared/systems/published-system.ts';
import { systemTravel } from '../../shared/systems/system-travel.ts';
import { publishedTravelOf } from './published-travel-of.ts';
import { readSystemFolder } from './read-system-folder.ts';

/** Reads a system from its folder. @throws if there is no such folder or its file is not valid */
export const readSystem = (folder: string): ServiceSystem => {
  const texts = readSystemFolder(folder);
  const file = publishedSystemFrom(texts);
  const drives = publishedTravelOf(texts['travel.csv'] ?? '');
  return serviceSystemFrom(file, systemTravel(file, drives));
};
