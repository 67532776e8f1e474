import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import type { Change, Table } from './table/table.ts';

/** What a rule has decided, before anything is written. */
export interface Decision<Value, Refused> {
  readonly value: Value;
  /** All changes of the commit; may be empty. */
  readonly changes: readonly Change[];
  /**
   * Changes for which a retry cannot help, such as a quota's counter; if one fails, the result is this
   * refusal.
   */
  readonly limits?: readonly Limit<Refused>[];
  /** Allows repeating the same commit after a lost answer: see `Table.commit`. */
  readonly idempotencyKey?: string;
}

/** A change with the refusal to return if its guard is not met. */
export interface Limit<Refused> {
  readonly change: Change;
  readonly refusal: Refused;
}

export interface UnitOfWork<Facts, Value, Refused> {
  readonly table: Pick<Table, 'commit'>;
  /** Reads everything that the decision needs; called for each attempt. */
  readonly read: () => Promise<Facts>;
  /** Pure function from facts to a decision or a named refusal. */
  readonly decide: (facts: Facts) => Result<Decision<Value, Refused>, Refused>;
  /** Maximum number of attempts; 5 by default. */
  readonly attempts?: number;
}

/**
 * Reads, decides and commits; starts again after a write conflict.
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

    // Failed guards of nouns take precedence over limits, because after a fresh read the rule may decide
    // otherwise.
    const onlyLimits = outcome.unmet.length > 0 && outcome.unmet.every((index) => index >= changes.length);
    const passed = limits.find((_, index) => outcome.unmet.includes(changes.length + index));
    if (onlyLimits && passed !== undefined) return refused(passed.refusal);
  }
  return refused('busy');
};
