import { globSync } from 'node:fs';
import { findCircles, type Arrows } from './find-circles.ts';
import { forbiddenImport } from './forbidden-import.ts';
import { importsOf } from './imports-of.ts';
import type { Room } from './ordered-rooms.ts';
import { placeName, placeOf } from './place-of.ts';

export interface ImportGraph {
  readonly arrows: Arrows;
  readonly circles: readonly (readonly string[])[];
}

export interface ImportGraphs {
  readonly rooms: ImportGraph;
  readonly subRooms: ImportGraph;
  readonly files: ImportGraph;
  /**
   * Imports that the table of rooms does not allow, each described in a sentence that says where the code belongs
   * instead.
   */
  readonly forbidden: readonly string[];
  /** Files in shared, site/src, functions and infra that are in no room of the table. */
  readonly homeless: readonly string[];
}

const graphOf = (
  imports: readonly (readonly [string, string])[],
  nameOf: (file: string) => string | undefined,
): ImportGraph => {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to] of imports.map(([a, b]) => [nameOf(a), nameOf(b)] as const))
    if (from !== undefined && to !== undefined && from !== to)
      arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  return { arrows, circles: findCircles(arrows) };
};

/** Reads every source file of the rooms, which takes about a second. */
export const importGraphs = (root: string, rooms: readonly Room[]): ImportGraphs => {
  const files = globSync('{shared,site/src,functions,infra}/**/*.{ts,tsx,astro}', { cwd: root });
  const imports = files.flatMap((file) => importsOf(file, root).map((to) => [file, to] as const));
  return {
    rooms: graphOf(imports, (file) => placeOf(file, rooms)?.room.folder),
    subRooms: graphOf(imports, (file) => {
      const place = placeOf(file, rooms);
      return place && placeName(place);
    }),
    files: graphOf(imports, (file) => file),
    forbidden: imports.flatMap(([from, to]) => {
      const why = forbiddenImport(from, to, rooms);
      return why === undefined ? [] : [`${from} → ${to}: ${why}`];
    }),
    homeless: files.filter((file) => placeOf(file, rooms) === undefined),
  };
};
