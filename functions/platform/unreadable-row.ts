import * as z from 'zod';

/** Where a row is stored. */
interface RowKey {
  readonly pk: string;
  readonly sk: string;
}

/** A stored row that its schema refuses. Holds the row's key and the name of the field, never a value. */
export class UnreadableRow extends Error {
  readonly key: RowKey;
  /** "invalid_type:email": what is wrong, and the name of the field. */
  readonly reason: string;

  constructor({ pk, sk }: RowKey, failure: unknown) {
    super('a stored row does not read as what it should be');
    this.name = 'UnreadableRow';
    this.key = { pk, sk };
    const [issue] = failure instanceof z.ZodError ? failure.issues : [];
    this.reason = issue === undefined ? 'unknown' : `${issue.code}:${String(issue.path[0] ?? '')}`;
  }
}
