import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drive, Travel } from '../../shared/geography/travel.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

const folder = join(import.meta.dirname, '../../shared/reference/systems/kent-and-medway');
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Reads the drives from `travel.csv`, which has no quoted cells. */
const travelOf = (csv: string): Travel => {
  const drives = new Map<string, Drive>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [from, to, minutes, miles] = line.split(',');
    const drive = { minutes: Number(minutes), miles: Number(miles) };
    drives.set(`${from} ${to}`, drive).set(`${to} ${from}`, drive);
  }
  return { between: (from, to) => drives.get(`${from} ${to}`) };
};

/** The system of Kent and Medway with its drives by road. */
export const kentByRoad: ServiceSystem = serviceSystemFrom(
  systemFileSchema.parse(JSON.parse(textOf('system.json'))),
  travelOf(textOf('travel.csv')),
);
