/** Primary key of a row. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A stored row: keys, its list (if any), and the noun's attributes. */
export interface Row extends Key {
  readonly listPk?: string;
  readonly listSk?: string;
  readonly [attribute: string]: unknown;
}

/**
 * Condition on the stored row for a change. `at`: it has this `version` and, if given, one of these states.
 */
export type Guard =
  | { readonly is: 'absent' }
  | { readonly is: 'present' }
  | { readonly is: 'at'; readonly version: number; readonly states?: readonly string[] }
  | { readonly is: 'anything' };

/**
 * One part of a commit. `count` adds `by` to an exact counter and is refused when the sum would pass `atMost`; going
 * down (`by` below 0) is never refused. A counter that was never written is 0. The key of a counter for a day or an
 * hour contains it.
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
       * Epoch seconds after which the counter is no longer needed; the table or the nightly retention removes
       * it.
       */
      readonly sweepAt?: number;
    };

/**
 * Why nothing was written: the positions of changes whose guards failed, or a conflict with a concurrent
 * commit. In either case, read and decide again.
 */
export type CommitResult =
  | { readonly committed: true }
  | { readonly committed: false; readonly unmet: readonly number[]; readonly conflict: boolean };

export interface QueryArguments {
  /** `by-list` reads the index, which may lag by moments; `table` reads with strong consistency. */
  readonly from: 'table' | 'by-list';
  readonly partition: string;
  /** Lowest sort key, inclusive. */
  readonly atLeast?: string;
  /** Highest sort key, inclusive. */
  readonly atMost?: string;
  readonly beginsWith?: string;
  /** Maximum rows; all if absent. */
  readonly limit?: number;
  readonly newestFirst?: boolean;
}

/** Access to storage. Throttling and outages are thrown; write conflicts are values. */
export interface Table {
  /** Reads up to 100 keys with strong consistency. Omits absent rows; the order is arbitrary. */
  get(keys: readonly Key[]): Promise<readonly Row[]>;
  query(query: QueryArguments): Promise<readonly Row[]>;
  /**
   * Commits all changes or none: up to 100, at most one per row (otherwise throws).
   * @param idempotencyKey the same changes repeated under the same key within ten minutes are applied once
   * and reported as committed, even after a lost answer; different changes under the same key are another
   * commit
   */
  commit(changes: readonly Change[], idempotencyKey?: string): Promise<CommitResult>;
  /**
   * Receives unreadable rows that a list leaves out. Without it, an unreadable row throws.
   * @param reason what is wrong with which field, without its value
   */
  readonly setAside?: (row: Row, reason: string) => void;
}
