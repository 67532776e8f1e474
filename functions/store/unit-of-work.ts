import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import type { Change, Table } from './table/table.ts';

/** A decision whose changes have not been committed yet. */
export interface Decision<Value, Refused> {
  readonly value: Value;
  /** The changes to commit, apart from the limits; may be empty. */
  readonly changes: readonly Change[];
  /**
   * Changes whose failure is final, such as counting an e-mail beyond a quota, because a retry would fail too. If
   * one fails, its refusal is the result.
   */
  readonly limits?: readonly Limit<Refused>[];
  /** Makes it safe to repeat a commit whose reply was lost: see `Table.commit`. */
  readonly idempotencyKey?: string;
}

/** A change, with the refusal that is returned if the change's guard fails. */
export interface Limit<Refused> {
  readonly change: Change;
  readonly refusal: Refused;
}

export interface UnitOfWork<Facts, Value, Refused> {
  readonly table: Pick<Table, 'commit'>;
  /** Reads everything that the decision needs; called for each attempt. */
  readonly read: () => Promise<Facts>;
  /**
   * Makes a decision, or a refusal, from what was read. Must be a pure function, because it is called for each
   * attempt.
   */
  readonly decide: (facts: Facts) => Result<Decision<Value, Refused>, Refused>;
  /** Maximum number of attempts; 5 by default. */
  readonly attempts?: number;
}

/**
 * Reads, decides and commits. After a write conflict, does all three again.
 * @returns the value of the committed decision, its refusal, or `busy` after repeated write conflicts
 */
export const decideAndCommit = async <Facts, Value, Refused>({
  table,
  read,
  decide,
  attempts = 5,
}: UnitOfWork<Facts, Value, Refused>): Promise<Result<Value, Refused | 'busy'>> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const decision = decide(await read());
    if (!decision.ok) return decision;

    const { value, changes, limits = [], idempotencyKey } = decision.value;
    const everything = [...changes, ...limits.map(({ change }) => change)];
    if (everything.length === 0) return accepted(value);

    const outcome = await table.commit(everything, idempotencyKey);
    if (outcome.committed) return accepted(value);

    // Refuses only if all the guards that failed belong to limits. If another guard has failed too, the decision may
    // be different after a fresh read.
    const onlyLimits = outcome.unmet.length > 0 && outcome.unmet.every((index) => index >= changes.length);
    const passed = limits.find((_, index) => outcome.unmet.includes(changes.length + index));
    if (onlyLimits && passed !== undefined) return refused(passed.refusal);
  }
  return refused('busy');
};
