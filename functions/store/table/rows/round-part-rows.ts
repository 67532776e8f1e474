import * as z from 'zod';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * A piece of a document that belongs to a round's plan, as JSON. Contains ids but no names or addresses: see
 * `snapshotOf`.
 */
export const roundPartRows = rowsOfKind({
  kind: 'round-part',
  schema: z.strictObject({ text: z.string() }),
  personal: [],
});
