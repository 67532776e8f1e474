/** Primary key of a row. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * A stored row: its key, its list in the index `by-list` (if any), its place among the changes in the index `by-change`
 * (if any), and other attributes.
 */
export interface Row extends Key {
  readonly listPk?: string;
  readonly listSk?: string;
  readonly changedPk?: string;
  readonly changedSk?: string;
  readonly [attribute: string]: unknown;
}

/**
 * A condition on the stored row that must hold for a change. `at` requires this `version` and, if given, one of these
 * states.
 */
export type Guard =
  | { readonly is: 'absent' }
  | { readonly is: 'present' }
  | { readonly is: 'at'; readonly version: number; readonly states?: readonly string[] }
  | { readonly is: 'anything' };

/**
 * One part of a commit. `count` adds `by` to an exact counter and fails if the sum would exceed `atMost`; a negative
 * `by` never fails. A counter without a row is 0. The key of a counter for one day or hour contains that day or hour.
 */
export type Change =
  | { readonly do: 'put'; readonly row: Row; readonly when: Guard }
  | { readonly do: 'remove'; readonly key: Key; readonly when: Guard }
  | { readonly do: 'check'; readonly key: Key; readonly when: Guard }
  | {
      readonly do: 'count';
      readonly key: Key;
      readonly by: number;
      readonly atMost: number;
      /**
       * Epoch seconds after which the counter is no longer needed. The table's expiry or the nightly retention then
       * deletes its row.
       */
      readonly sweepAt?: number;
    };

/**
 * The result of a commit. If nothing was written, says which changes had failing guards (by position), or that there
 * was a conflict with a concurrent commit; in both cases, read and decide again.
 */
export type CommitResult =
  | { readonly committed: true }
  | { readonly committed: false; readonly unmet: readonly number[]; readonly conflict: boolean };

/** The table or an index of it. */
export type Source = 'table' | 'by-list' | 'by-change';

/** Attributes by which the table and each index file a row. */
export const keysOfSource = {
  table: { pk: 'pk', sk: 'sk' },
  'by-list': { pk: 'listPk', sk: 'listSk' },
  'by-change': { pk: 'changedPk', sk: 'changedSk' },
} as const satisfies Readonly<Record<Source, { readonly pk: string; readonly sk: string }>>;

export interface QueryArguments {
  /**
   * `table` reads with strong consistency. `by-list` and `by-change` read an index, which may lag by moments; `by-change`
   * returns only the keys, the version and the state of each row.
   */
  readonly from: Source;
  readonly partition: string;
  /** Lowest sort key, inclusive. */
  readonly atLeast?: string;
  /** Highest sort key, inclusive. */
  readonly atMost?: string;
  readonly beginsWith?: string;
  /** Maximum number of rows; all if absent. */
  readonly limit?: number;
  readonly newestFirst?: boolean;
}

/** Access to storage. Throws if DynamoDB is unavailable, or throttles through several attempts; returns write conflicts as values. */
export interface Table {
  /**
   * Reads the rows with up to 100 keys, with strong consistency. Leaves out keys without a row; returns the rows in
   * any order.
   */
  get(keys: readonly Key[]): Promise<readonly Row[]>;
  query(query: QueryArguments): Promise<readonly Row[]>;
  /**
   * Commits all changes or none. Throws for more than 100 changes, or for two changes of one row.
   * @param idempotencyKey makes it safe to repeat a commit whose reply was lost: the same changes with the same
   * key within ten minutes are applied only once and reported as committed. Different changes with the same key
   * are another commit.
   */
  commit(changes: readonly Change[], idempotencyKey?: string): Promise<CommitResult>;
  /** Id of the system whose rows this table shows; undefined for the table as it is stored. */
  readonly systemId?: string;
  /**
   * Receives the unreadable rows that a list leaves out. Without this function, reading a list with an unreadable row
   * throws.
   * @param reason which field is wrong and how, without its value
   */
  readonly setAside?: (row: Row, reason: string) => void;
}
