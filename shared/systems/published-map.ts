import * as z from 'zod';

/**
 * Schema of `map.json`: the districts of a system as SVG paths in whole units of one drawing, `width` by `height`. A
 * system without borders has no districts here.
 */
export const publishedMapSchema = z.strictObject({
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  /** Whose data the borders are; empty if nobody has to be named. */
  attribution: z.string(),
  districts: z.array(
    z.strictObject({
      ons: z.string(),
      /** The `d` of an SVG path. */
      path: z.string(),
      /** A point well inside the district, for its label. */
      label: z.tuple([z.int(), z.int()]),
      /** Size in square units, islands included. */
      area: z.int().nonnegative(),
    }),
  ),
});
export type PublishedMap = z.infer<typeof publishedMapSchema>;
