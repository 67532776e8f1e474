import * as z from 'zod';
import type { Key } from '../store/table/table.ts';

/**
 * A stored row that does not read as what it should be: written by a newer version, or by hand. Holds where it stands
 * and which field it is about, nothing of what stands in it.
 */
export class UnreadableRow extends Error {
  readonly key: Key;
  /** "invalid_type:email": what is wrong, and the name of the field. */
  readonly reason: string;

  constructor({ pk, sk }: Key, failure: unknown) {
    super('a stored row does not read as what it should be');
    this.name = 'UnreadableRow';
    this.key = { pk, sk };
    const [issue] = failure instanceof z.ZodError ? failure.issues : [];
    this.reason = issue === undefined ? 'unknown' : `${issue.code}:${String(issue.path[0] ?? '')}`;
  }
}
