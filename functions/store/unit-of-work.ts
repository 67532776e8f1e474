import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import type { Change, Table } from './table/table.ts';

/** What a rule decided to do, before anything is written. */
export interface Decision<Value, Refused> {
  readonly value: Value;
  /** Everything that changes together. Nothing to change is a decision too: nothing is written. */
  readonly changes: readonly Change[];
  /** Changes that trying again cannot win, such as a quota's counter: an unmet one is this refusal. */
  readonly limits?: readonly Limit<Refused>[];
  /** Where a lost answer may be sent again with the very same changes: see `Table.commit`. */
  readonly idempotencyKey?: string;
}

/** A change with the refusal to return if its guard is not met. */
export interface Limit<Refused> {
  readonly change: Change;
  readonly refusal: Refused;
}

export interface UnitOfWork<Facts, Value, Refused> {
  readonly table: Pick<Table, 'commit'>;
  /** Everything the decision needs, read afresh for each attempt. */
  readonly read: () => Promise<Facts>;
  /** Pure: the facts in, the decision or a named refusal out. */
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

    // A guard of the nouns that was not met comes first: on a fresh read the rule may have a better answer.
    const onlyLimits = outcome.unmet.length > 0 && outcome.unmet.every((index) => index >= changes.length);
    const passed = limits.find((_, index) => outcome.unmet.includes(changes.length + index));
    if (onlyLimits && passed !== undefined) return refused(passed.refusal);
  }
  return refused('busy');
};
