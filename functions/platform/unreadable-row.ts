import * as z from 'zod';

/** Primary key of a row. */
interface RowKey {
  readonly pk: string;
  readonly sk: string;
}

/**
 * Thrown for a stored row that does not match its schema. Contains the row's key and the name of the wrong field,
 * never a value.
 */
export class UnreadableRow extends Error {
  readonly key: RowKey;
  /** Kind of failure and name of the field: "invalid_type:email". */
  readonly reason: string;

  constructor({ pk, sk }: RowKey, failure: unknown) {
    super('a stored row does not read as what it should be');
    this.name = 'UnreadableRow';
    this.key = { pk, sk };
    const [issue] = failure instanceof z.ZodError ? failure.issues : [];
    this.reason = issue === undefined ? 'unknown' : `${issue.code}:${String(issue.path[0] ?? '')}`;
  }
}
