import * as z from 'zod';
import type { SystemFile } from '../system-file.ts';
import { choices, mistake, repeated } from './check-report.ts';

const FILE = 'districts.geojson';

const ring = z.array(z.tuple([z.number(), z.number()]));

/** Schema of the borders of districts, as GeoJSON. */
export const bordersSchema = z.object({
  attribution: z.string().optional(),
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

const isInBritain = ([longitude, latitude]: readonly [number, number]): boolean =>
  longitude > -9 && longitude < 2.5 && latitude > 49 && latitude < 61;

/** Finds mistakes in the borders of a system's districts. */
export const borderMistakes = (json: unknown, { districts }: SystemFile): string[] => {
  const read = bordersSchema.safeParse(json);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => mistake(FILE, path.join('.'), message));
  }
  const codes = districts.map(({ ons }) => ons);
  const drawn = read.data.features.map(({ properties, geometry }) => ({
    ons: properties.ons,
    rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  }));
  return [
    ...repeated(drawn, ({ ons }) => ons).map(({ ons }) => mistake(FILE, `district ${ons}`, 'is there twice')),
    ...districts
      .filter(({ ons }) => !drawn.some((district) => district.ons === ons))
      .map(({ ons, name }) => mistake(FILE, `district ${ons}`, `the border of ${name} is missing`)),
    ...drawn.flatMap(({ ons, rings }) => {
      const row = `district ${ons}`;
      if (!codes.includes(ons))
        return [mistake(FILE, row, `is not a district of system.json: ${choices(codes)}`)];
      if (rings.length === 0 || rings.some((points) => points.length < 4)) {
        return [mistake(FILE, row, 'a ring has fewer than four points')];
      }
      if (rings.some((points) => String(points[0]) !== String(points.at(-1)))) {
        return [mistake(FILE, row, 'a ring does not end where it starts')];
      }
      return rings.flat().every(isInBritain)
        ? []
        : [mistake(FILE, row, 'a point lies outside Britain: longitude comes first, then latitude')];
    }),
  ];
};
