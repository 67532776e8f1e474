import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { type DistrictBorder, districtMapOf } from '../../shared/geography/district-map.ts';
import { csvRows } from '../../shared/kernel/csv-rows.ts';
import { type PublishedMap, publishedMapSchema } from '../../shared/systems/published-map.ts';
import {
  type PublishedOrganisations,
  publishedOrganisationsSchema,
} from '../../shared/systems/published-organisations.ts';
import {
  positionOfDrive,
  type PublishedTravel,
  publishedTravelSchema,
} from '../../shared/systems/published-travel.ts';
import { type SystemFile, systemFileSchema } from '../../shared/systems/system-file.ts';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the systems' data; each system has one subfolder. */
const sourcesFolder = join(root, 'shared/reference/systems');

/** Folder of the published systems: `<id>/{system,organisations,travel,map}.json`. */
export const publishedFolder = join(root, 'dist/systems');

/** Units in the width of a map. */
const MAP_WIDTH = 600;

const ring = z.array(z.tuple([z.number(), z.number()]));
const bordersSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ ons: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

const textOf = (folder: string, name: string): string | undefined =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;

const rowsOf = (folder: string, name: string) => csvRows(textOf(folder, name) ?? '');

const systemOf = (folder: string): SystemFile =>
  systemFileSchema.parse(JSON.parse(readFileSync(join(folder, 'system.json'), 'utf8')));

const organisationsOf = (folder: string): PublishedOrganisations =>
  publishedOrganisationsSchema.parse({
    organisations: rowsOf(folder, 'organisations.csv').map((row) => [
      row['ods_code'],
      row['name'],
      row['kind'],
      row['postcode'],
      row['outcode'],
      row['town'],
      row['place'],
      row['parent_ods'],
      row['status'],
      row['as_of'],
      row['closed_on'],
      row['address'],
    ]),
    aliases: rowsOf(folder, 'aliases.csv').map((row) => [
      row['alias'],
      row['ods_code_or_chain'],
      row['target_kind'],
      row['confidence'],
    ]),
  });

const travelOf = (folder: string): PublishedTravel => {
  const rows = rowsOf(folder, 'travel.csv');
  const outcodes = [
    ...new Set(rows.flatMap((row) => [row['outcode_from'] ?? '', row['outcode_to'] ?? ''])),
  ].sort();
  const indexOf = new Map(outcodes.map((outcode, index) => [outcode, index]));
  const minutes: number[] = [];
  const tenthsOfMiles: number[] = [];
  for (const row of rows) {
    const [from, to] = [indexOf.get(row['outcode_from'] ?? ''), indexOf.get(row['outcode_to'] ?? '')];
    const position = positionOfDrive(from ?? 0, to ?? 0, outcodes.length);
    minutes[position] = Number(row['road_minutes']);
    tenthsOfMiles[position] = Math.round(Number(row['road_miles']) * 10);
  }
  return publishedTravelSchema.parse({ outcodes, minutes, tenthsOfMiles });
};

const mapOf = (folder: string): PublishedMap => {
  const text = textOf(folder, 'districts.geojson');
  const features = text === undefined ? [] : bordersSchema.parse(JSON.parse(text)).features;
  const borders = features.map(({ properties: { ons }, geometry }): DistrictBorder => ({
    ons,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
  return publishedMapSchema.parse(districtMapOf(borders, MAP_WIDTH));
};

const publish = async (source: string, into: string): Promise<string> => {
  const system = systemOf(source);
  const files = {
    system,
    organisations: organisationsOf(source),
    travel: travelOf(source),
    map: mapOf(source),
  };
  const folder = join(into, system.id);
  await mkdir(folder);
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
  return system.id;
};

/** Returns the folders of this project's systems. */
const ownFolders = (): string[] =>
  readdirSync(sourcesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(sourcesFolder, name));

/**
 * Publishes systems as files that functions read: for each, `<id>/{system,organisations,travel,map}.json`. The same
 * data give the same bytes.
 *
 * @param folders folders of the systems, by default all of this project
 * @param into where to write; what was there is replaced
 * @returns the ids of the systems
 * @throws Error that names the file if one cannot be read
 */
export const publishSystems = async (
  folders: readonly string[] = ownFolders(),
  into: string = publishedFolder,
): Promise<readonly string[]> => {
  await mkdir(dirname(into), { recursive: true });
  const building = await mkdtemp(`${into}-`);
  try {
    const ids: string[] = [];
    for (const folder of folders) ids.push(await publish(folder, building));
    await rm(into, { recursive: true, force: true });
    await rename(building, into);
    return ids;
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
};
