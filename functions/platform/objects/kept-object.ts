import { epochOf } from '../../../shared/kernel/time.ts';
import type { Clock } from '../clock.ts';
import type { Objects } from './objects.ts';

/** Milliseconds after which the next reader asks whether the object has changed. */
const RECHECK_MS = 60_000;

interface Deps<Value> {
  readonly objects: Pick<Objects, 'get'>;
  readonly clock: Clock;
  readonly key: string;
  readonly parse: (body: Uint8Array) => Value;
}

/**
 * Keeps what one object holds, and asks at most once a minute whether the object has changed. Returns the same value until
 * then. If the bucket does not answer, goes on with the value that it has.
 *
 * @returns a reader, which throws if the object is missing or cannot be read and no value is kept
 */
export const keptObject = <Value>({ objects, clock, key, parse }: Deps<Value>): (() => Promise<Value>) => {
  let kept: { readonly value: Value; readonly etag: string } | undefined;
  let checkedAt = -Infinity;
  return async () => {
    const now = epochOf(clock.now());
    if (kept !== undefined && Math.abs(now - checkedAt) < RECHECK_MS) return kept.value;
    const before = kept;
    const found = await objects
      .get(key, before === undefined ? {} : { etag: before.etag })
      .catch((error: unknown) => {
        if (before === undefined) throw error;
        return 'unchanged' as const;
      });
    checkedAt = now;
    if (before !== undefined && (found === 'unchanged' || found === undefined)) return before.value;
    if (found === 'unchanged' || found === undefined) throw new Error(`the bucket has no ${key}`);
    kept = { value: parse(found.body), etag: found.etag };
    return kept.value;
  };
};
