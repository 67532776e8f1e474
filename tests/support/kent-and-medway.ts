import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { milesBetween } from '../../shared/geography/distance.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

const folder = join(import.meta.dirname, '../../shared/reference/systems/kent-and-medway');

/** The system of Kent and Medway, as most tests use it. */
export const kentAndMedway: ServiceSystem = serviceSystemFrom(
  systemFileSchema.parse(JSON.parse(readFileSync(join(folder, 'system.json'), 'utf8'))),
  {
    between: (from, to) => {
      const miles = milesBetween(from, to);
      return miles === undefined ? undefined : { minutes: Math.round(miles * 2.6), miles };
    },
  },
);
