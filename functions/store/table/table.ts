/** Where a row lives. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A stored row: keys, the list it is filed in (if any), and the noun's own attributes. */
export interface Row extends Key {
  readonly listPk?: string;
  readonly listSk?: string;
  readonly [attribute: string]: unknown;
}

/**
 * What must still be true of the stored row for a change to happen.
 * `at`: its `version` is this one and, where given, its `state` is one of these.
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
      /** Epoch seconds after which nobody asks for the counter: the table or the nightly run sweeps it away. */
      readonly sweepAt?: number;
    };

/**
 * Why nothing was written: which changes' guards were not met (by position), or a conflict with somebody else's
 * simultaneous commit. Either way: read again and decide again.
 */
export type CommitResult =
  | { readonly committed: true }
  | { readonly committed: false; readonly unmet: readonly number[]; readonly conflict: boolean };

export interface QueryArguments {
  /** `by-list` reads the index (may lag by moments), `table` reads strongly. */
  readonly from: 'table' | 'by-list';
  readonly partition: string;
  /** Only sort keys from here (inclusive). */
  readonly atLeast?: string;
  /** Only sort keys up to here (inclusive). */
  readonly atMost?: string;
  readonly beginsWith?: string;
  /** Rows wanted at most; all when absent. */
  readonly limit?: number;
  readonly newestFirst?: boolean;
}

/** The one way to storage. Throttling and outages are thrown; lost races are values. */
export interface Table {
  /** Strongly consistent; up to 100 keys; absent rows are left out; in no particular order. */
  get(keys: readonly Key[]): Promise<readonly Row[]>;
  query(query: QueryArguments): Promise<readonly Row[]>;
  /**
   * All or nothing, up to 100 changes, at most one change a row (more is a mistake and thrown).
   * @param idempotencyKey the very same changes sent again under the same key within ten minutes are done once and
   * reported as committed (also after a lost answer); other changes under the same key are another commit
   */
  commit(changes: readonly Change[], idempotencyKey?: string): Promise<CommitResult>;
  /**
   * Receives unreadable rows that a list leaves out. Without it, an unreadable row throws.
   * @param reason what is wrong with which field, without its value
   */
  readonly setAside?: (row: Row, reason: string) => void;
}
