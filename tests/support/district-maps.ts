import { readFileSync } from 'node:fs';
import { districtMapOf } from '../../shared/geography/district-map.ts';
import { bordersSchema } from '../../shared/systems/checks/check-borders.ts';
import type { PublishedMap } from '../../shared/systems/published-map.ts';

/** The map of a system without borders. */
export const noMap: PublishedMap = { width: 0, height: 0, attribution: '', districts: [] };

/** The path starts at the project's root, because some programs run from a bundle in another folder. */
const file = 'shared/reference/systems/kent-and-medway/districts.geojson';
const { features, attribution = '' } = bordersSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The map of Kent and Medway. */
export const kentAndMedwayMap: PublishedMap = {
  ...districtMapOf(
    features.map(({ properties: { ons }, geometry }) => ({
      ons,
      polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    })),
    600,
  ),
  attribution,
};
