import * as z from 'zod';

/**
 * Schema of `map.json`: the districts of a system as SVG paths in whole units of one drawing, `width` by `height`. A
 * system without borders has no districts here.
 */
export const publishedMapSchema = z.strictObject({
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  districts: z.array(
    z.strictObject({
      ons: z.string(),
      /** The `d` of an SVG path. */
      path: z.string(),
      /** A point well inside the district, for its label. */
      label: z.tuple([z.int(), z.int()]),
    }),
  ),
});
export type PublishedMap = z.infer<typeof publishedMapSchema>;
