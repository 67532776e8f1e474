import { innerPoint, type MapPoint } from './inner-point.ts';

/** Longitude and latitude in degrees (WGS 84). */
export type Position = readonly [longitude: number, latitude: number];

/** A district's border: its polygons, each an outer ring followed by its holes. */
export interface DistrictBorder {
  readonly ons: string;
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

interface DistrictMap {
  readonly width: number;
  readonly height: number;
  readonly districts: { ons: string; path: string; label: [number, number]; area: number }[];
}

const step = ([x, y]: MapPoint, [fromX, fromY]: MapPoint): string =>
  `${x - fromX}${y < fromY ? '' : ' '}${y - fromY}`;

/** Writes a ring as a path of relative steps. */
const pathOf = (ring: readonly MapPoint[]): string => {
  const [first = [0, 0], ...rest] = ring;
  const steps = rest.map((point, index) => `l${step(point, ring[index] ?? first)}`);
  return `M${first[0]} ${first[1]}${steps.join('')}z`;
};

const isRepeated = (point: MapPoint, previous: MapPoint | undefined): boolean =>
  point[0] === previous?.[0] && point[1] === previous[1];

/** Size of a ring by the shoelace formula. */
const areaOf = (ring: readonly MapPoint[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [fromX, fromY] = ring.at(index - 1) ?? [x, y];
      return sum + fromX * y - x * fromY;
    }, 0),
  ) / 2;

/**
 * Draws the districts in whole units, `width` units wide, with one unit of margin. Longitudes are narrowed by the cosine
 * of the middle latitude, which keeps shapes true for an area of a county's size. A point that two districts share is
 * drawn at the same unit in both. Islands smaller than a unit are left out.
 */
export const districtMapOf = (borders: readonly DistrictBorder[], width: number): DistrictMap => {
  const positions = borders.flatMap(({ polygons }) => polygons.flat(2));
  if (positions.length === 0) return { width: 0, height: 0, districts: [] };
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const scale = (width - 2) / (east - west);
  const verticalScale = scale / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const drawn = ([longitude, latitude]: Position): MapPoint => [
    1 + Math.round((longitude - west) * scale),
    1 + Math.round((north - latitude) * verticalScale),
  ];
  const drawnRing = (ring: readonly Position[]): MapPoint[] => {
    const points = ring.map(drawn).filter((point, index, all) => !isRepeated(point, all[index - 1]));
    if (points.length > 1 && isRepeated(points[0] ?? [0, 0], points.at(-1))) points.pop();
    return points;
  };
  return {
    width,
    height: 2 + Math.round((north - south) * verticalScale),
    districts: borders.map(({ ons, polygons }) => {
      const shapes = polygons.map((rings) => rings.map(drawnRing).filter((ring) => ring.length > 2));
      const [x, y] = innerPoint(shapes);
      const area = shapes.reduce((sum, [outer = []]) => sum + areaOf(outer), 0);
      return { ons, path: shapes.flat().map(pathOf).join(''), label: [x, y], area: Math.round(area) };
    }),
  };
};
