/** A point of the drawing, in whole units from its top left. */
export type MapPoint = readonly [x: number, y: number];

/** A polygon: its outer ring, followed by its holes. */
type Shape = readonly (readonly MapPoint[])[];

const edgesOf = (shapes: readonly Shape[]): [MapPoint, MapPoint][] =>
  shapes
    .flat()
    .flatMap((ring) =>
      ring.map((point, index): [MapPoint, MapPoint] => [point, ring.at(index - 1) ?? point]),
    );

/** Tells whether a ray to the right of the point crosses an odd number of edges. */
const isInside = ([x, y]: MapPoint, edges: readonly [MapPoint, MapPoint][]): boolean =>
  edges.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax))
    .length %
    2 ===
  1;

/** Squared distance from a point to an edge. */
const distanceTo = ([x, y]: MapPoint, [[ax, ay], [bx, by]]: [MapPoint, MapPoint]): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
};

const range = (values: readonly number[]): number[] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
};

/** Units between the points that are compared. */
const GRID = 4;

/**
 * Finds a point inside the shapes that is far from all their edges, to within a few units: the place for a label. The
 * first point of the border if the shapes are too small to have one.
 */
export const innerPoint = (shapes: readonly Shape[]): MapPoint => {
  const edges = edgesOf(shapes);
  const points = shapes.flat(2);
  const xs = range(points.map(([x]) => x)).filter((x) => x % GRID === 0);
  const ys = range(points.map(([, y]) => y)).filter((y) => y % GRID === 0);
  let best: { point: MapPoint; clear: number } = { point: points[0] ?? [0, 0], clear: -1 };
  for (const y of ys)
    for (const x of xs) {
      if (!isInside([x, y], edges)) continue;
      const clear = Math.min(...edges.map((edge) => distanceTo([x, y], edge)));
      if (clear > best.clear) best = { point: [x, y], clear };
    }
  return best.point;
};
