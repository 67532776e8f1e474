export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Removes every node that imports none of the remaining nodes, and repeats this until there is no such node. Each
 * remaining node is part of a circle or leads to one through its imports.
 */
const withoutLeaves = (arrows: Arrows): Map<string, string[]> => {
  let left = new Map([...arrows].map(([from, to]) => [from, [...to]]));
  for (;;) {
    const next = new Map(
      [...left]
        .map(([from, to]) => [from, to.filter((name) => left.has(name))] as const)
        .filter(([, to]) => to.length > 0),
    );
    if (next.size === left.size) return next;
    left = next;
  }
};

/** Finds circles that share no node. Each is returned as a path that ends where it began. */
export const findCircles = (arrows: Arrows): readonly (readonly string[])[] => {
  const circles: string[][] = [];
  let left = withoutLeaves(arrows);
  for (;;) {
    const path: string[] = [];
    let at = left.keys().next().value;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = left.get(at)?.[0];
    }
    if (at === undefined) return circles;
    const circle = path.slice(path.indexOf(at));
    circles.push([...circle, at]);
    left = withoutLeaves(
      new Map([...left].filter(([name]) => !circle.includes(name)).map(([name, to]) => [name, new Set(to)])),
    );
  }
};
