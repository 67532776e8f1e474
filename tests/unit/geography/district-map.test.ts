import { expect, it } from 'vitest';
import { type DistrictBorder, districtMapOf } from '../../../shared/geography/district-map.ts';

/** Two districts of one degree each, side by side at the equator; the east one has an island and a lake. */
const west: DistrictBorder = {
  ons: 'W',
  polygons: [
    [
      [
        [0, 0],
        [1, 0],
        [1, 0.5],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  ],
};
const east: DistrictBorder = {
  ons: 'E',
  polygons: [
    [
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
        [1, 0.5],
        [1, 0],
      ],
      [
        [1.4, 0.4],
        [1.6, 0.4],
        [1.6, 0.6],
        [1.4, 0.6],
        [1.4, 0.4],
      ],
    ],
    [
      [
        [1.9, 1.5],
        [2, 1.5],
        [2, 1.6],
        [1.9, 1.5],
      ],
    ],
  ],
};

/** Reads a path back to its points. */
const pointsOf = (path: string): string[] =>
  path
    .split('M')
    .slice(1)
    .flatMap((ring) => {
      let [x, y] = [0, 0];
      return ring
        .replace('z', '')
        .split('l')
        .map((pair) => {
          const [dx = 0, dy = 0] = pair.match(/-?\d+/g)?.map(Number) ?? [];
          [x, y] = [x + dx, y + dy];
          return `${x},${y}`;
        });
    });

it('draws north up and as wide as asked', () => {
  const { width, height, districts } = districtMapOf([west, east], 202);
  expect(width).toBe(202);
  expect(height).toBe(162);
  expect(pointsOf(districts[0]?.path ?? '')).toEqual(['1,161', '101,161', '101,111', '101,61', '1,61']);
});

it('draws a border that two districts share at the same points', () => {
  const { districts } = districtMapOf([west, east], 97);
  const [ofWest, ofEast] = districts.map(({ path }) => new Set(pointsOf(path)));
  expect([...(ofWest ?? [])].filter((point) => ofEast?.has(point))).toHaveLength(3);
});

it('draws islands and lakes as further rings', () => {
  const { districts } = districtMapOf([west, east], 202);
  expect(districts[1]?.path.match(/M/g)).toHaveLength(3);
});

it('leaves out an island that is smaller than a unit', () => {
  const { districts } = districtMapOf([west, east], 12);
  expect(districts[1]?.path.match(/M/g)).toHaveLength(2);
});

it('sets the label inside the district, away from its edges and its lake', () => {
  const [, label] = districtMapOf([west, east], 202).districts.map((district) => district.label);
  const [x = 0, y = 0] = label ?? [];
  expect(x > 101 && x < 201 && y > 61 && y < 161).toBe(true);
  expect(x > 141 && x < 161 && y > 101 && y < 121).toBe(false);
});

it('narrows longitudes by the latitude', () => {
  const far = {
    ...west,
    polygons: [
      [
        [
          [0, 59.5],
          [1, 59.5],
          [1, 60.5],
          [0, 60.5],
        ],
      ],
    ],
  } satisfies DistrictBorder;
  expect(districtMapOf([far], 102).height).toBe(202);
});

it('says how large a district is, islands included', () => {
  const areas = districtMapOf([west, east], 202).districts.map(({ area }) => area);
  expect(areas).toEqual([10_000, 10_050]);
});

it('draws nothing without borders', () => {
  expect(districtMapOf([], 600)).toEqual({ width: 0, height: 0, districts: [] });
});
