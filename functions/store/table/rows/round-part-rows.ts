import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/** A piece of a document of a round's plan, as JSON. Plans hold ids only: see `snapshotOf`. */
export const roundPartRows = rowsOfKind({
  kind: 'round-part',
  schema: z.strictObject({ text: z.string() }),
  personal: [],
});
