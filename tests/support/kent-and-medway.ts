import { readFileSync } from 'node:fs';
import type { Drive, Travel } from '../../shared/geography/travel.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { publishedSystemFrom } from '../../shared/systems/published-system.ts';

/** The path starts at the project's root, because some tests run from a bundle in another folder. */
const folder = 'shared/reference/systems/kent-and-medway';

/** Reads the drives from `travel.csv`, which has no quoted cells. */
const travelOf = (csv: string): Travel => {
  const drives = new Map<string, Map<string, Drive>>();
  const note = (from: string, to: string, drive: Drive): void => {
    drives.set(from, (drives.get(from) ?? new Map<string, Drive>()).set(to, drive));
  };
  for (const line of csv.trim().split('\n').slice(1)) {
    const [from = '', to = '', minutes, miles] = line.split(',');
    const drive = { minutes: Number(minutes), miles: Number(miles) };
    note(from, to, drive);
    note(to, from, drive);
  }
  return { between: (from, to) => drives.get(from)?.get(to) };
};

/** The system of Kent and Medway, as most tests use it. */
export const kentAndMedway: ServiceSystem = serviceSystemFrom(
  publishedSystemFrom({ 'system.json': readFileSync(`${folder}/system.json`, 'utf8') }),
  travelOf(readFileSync(`${folder}/travel.csv`, 'utf8')),
);
