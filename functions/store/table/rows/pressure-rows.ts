import * as z from 'zod';
import { keys } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

const pressureSchema = z.strictObject({
  version: z.number().int(),
  /** The median price of recent rounds, in points, by practitioner id. */
  prices: z.record(z.string(), z.number()),
  /** The rounds from which the median was computed, latest first. */
  rounds: z.array(z.strictObject({ id: z.string(), prices: z.record(z.string(), z.number()) })),
});
export type Pressure = z.infer<typeof pressureSchema>;

/** Price in points of each practitioner, which says how scarce they were in recent rounds. */
export const pressureRows = nounRows({
  kind: 'pressure',
  schema: pressureSchema,
  key: () => keys.pressure(),
  list: () => undefined,
  personal: [],
});
