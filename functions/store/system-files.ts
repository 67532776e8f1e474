import * as z from 'zod';
import { type PublishedMap, publishedMapSchema } from '../../shared/systems/published-map.ts';
import { publishedTravelSchema } from '../../shared/systems/published-travel.ts';
import { type ServiceSystem, serviceSystemFrom } from '../../shared/systems/service-system.ts';
import { publishedSystemSchema } from '../../shared/systems/published-system.ts';
import { systemTravel } from '../../shared/systems/system-travel.ts';
import type { Clock } from '../platform/clock.ts';
import { keptObject } from '../platform/objects/kept-object.ts';
import type { Objects } from '../platform/objects/objects.ts';
import type { SystemSettings } from './function-system.ts';

/** The files of the deployment that say which systems it serves and what they are. */
export interface SystemFiles {
  /** Reads the settings of the deployment's systems; the same value until the file changes. */
  readonly settings: () => Promise<readonly SystemSettings[]>;
  /** Reads a system; the same value until one of its files changes. */
  readonly system: (id: string) => Promise<ServiceSystem>;
  /** Reads the map of a system's districts, which has none if their borders are not known. */
  readonly map: (id: string) => Promise<PublishedMap>;
}

const deploymentSchema = z.array(
  z.object({
    id: z.string(),
    board: z.string(),
    boardName: z.string(),
    name: z.string(),
    neighbours: z.record(z.string(), z.array(z.string())),
    domain: z.string(),
    teamEmail: z.string(),
    replyTo: z.string(),
    placeLeads: z.record(z.string(), z.string()),
    sharesWith: z.array(z.string()),
    sharedNetworks: z
      .array(z.object({ name: z.string(), ranges: z.array(z.string()), confirmationsAnHour: z.number() }))
      .default([]),
    merged: z.array(z.object({ id: z.string().exactOptional() })),
  }),
);

interface Deps {
  readonly objects: Pick<Objects, 'get'>;
  readonly clock: Clock;
  /** Base URLs of systems that are not reached by their domain, by system. */
  readonly siteUrls: Readonly<Record<string, string>>;
}

const jsonIn = (body: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(body));

/** Reads the files below `systems/` in the bucket of files, and keeps them by their tags. */
export const systemFiles = ({ objects, clock, siteUrls }: Deps): SystemFiles => {
  const kept = <Value>(key: string, parse: (json: unknown) => Value) =>
    keptObject({ objects, clock, key: `systems/${key}`, parse: (body) => parse(jsonIn(body)) });

  const systemReader = (id: string): (() => Promise<ServiceSystem>) => {
    const file = kept(`${id}/system.json`, (json) => publishedSystemSchema.parse(json));
    const travel = kept(`${id}/travel.json`, (json) => publishedTravelSchema.parse(json));
    let made: { readonly from: readonly unknown[]; readonly system: ServiceSystem } | undefined;
    return async () => {
      const [data, drives] = await Promise.all([file(), travel()]);
      if (made?.from[0] !== data || made.from[1] !== drives)
        made = { from: [data, drives], system: serviceSystemFrom(data, systemTravel(data, drives)) };
      return made.system;
    };
  };
  const readers = new Map<string, () => Promise<ServiceSystem>>();
  const maps = new Map<string, () => Promise<PublishedMap>>();
  return {
    settings: kept('deployment.json', (json) =>
      deploymentSchema.parse(json).map(({ domain, ...one }) => ({
        ...one,
        siteUrl: siteUrls[one.id] ?? `https://${domain}`,
      })),
    ),
    system: (id) => {
      const reader = readers.get(id) ?? systemReader(id);
      readers.set(id, reader);
      return reader();
    },
    map: (id) => {
      const reader = maps.get(id) ?? kept(`${id}/map.json`, (json) => publishedMapSchema.parse(json));
      maps.set(id, reader);
      return reader();
    },
  };
};
