import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DistrictBorder, districtMapOf } from '../../shared/geography/district-map.ts';
import { csvRows } from '../../shared/kernel/csv-rows.ts';
import { type PublishedMap, publishedMapSchema } from '../../shared/systems/published-map.ts';
import {
  type PublishedOrganisations,
  publishedOrganisationsSchema,
} from '../../shared/systems/published-organisations.ts';
import type { FolderTexts } from '../../shared/systems/checks/check-report.ts';
import { bordersSchema } from '../../shared/systems/checks/check-borders.ts';
import { publishedSystemFrom } from '../../shared/systems/published-system.ts';
import { publishedTravelOf } from './published-travel-of.ts';
import { readSystemFolder } from './read-system-folder.ts';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the published systems: `<id>/{system,organisations,travel,map}.json`. */
export const publishedFolder = join(root, 'dist/systems');

/** Units in the width of a map. */
const MAP_WIDTH = 600;

const rowsOf = (texts: FolderTexts, name: string) => csvRows(texts[name] ?? '');

const organisationsOf = (texts: FolderTexts): PublishedOrganisations =>
  publishedOrganisationsSchema.parse({
    organisations: rowsOf(texts, 'organisations.csv').map((row) => [
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
    aliases: rowsOf(texts, 'aliases.csv').map((row) => [
      row['alias'],
      row['ods_code_or_chain'],
      row['target_kind'],
      row['confidence'],
    ]),
  });

const mapOf = (texts: FolderTexts): PublishedMap => {
  const text = texts['districts.geojson'];
  const { features, attribution = '' } =
    text === undefined ? { features: [] } : bordersSchema.parse(JSON.parse(text));
  const borders = features.map(({ properties: { ons }, geometry }): DistrictBorder => ({
    ons,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
  return publishedMapSchema.parse({ ...districtMapOf(borders, MAP_WIDTH), attribution });
};

const publish = async (source: string, into: string): Promise<string> => {
  const texts = readSystemFolder(source);
  const system = publishedSystemFrom(texts);
  const files = {
    system,
    organisations: organisationsOf(texts),
    travel: publishedTravelOf(texts['travel.csv'] ?? ''),
    map: mapOf(texts),
  };
  const folder = join(into, system.id);
  await mkdir(folder);
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
  return system.id;
};

/**
 * Publishes systems as files that functions read: for each, `<id>/{system,organisations,travel,map}.json`. The same
 * data give the same bytes.
 *
 * @param folders folders of the systems
 * @param into where to write; what was there is replaced
 * @returns the ids of the systems
 * @throws Error that names the file if one cannot be read
 */
export const publishSystems = async (
  folders: readonly string[],
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
