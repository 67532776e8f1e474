import { epochOf } from '../../../shared/kernel/time.ts';
import type { Clock } from '../clock.ts';
import type { SecretValues } from './stored-secret.ts';

/** Reads the valid values of a secret. */
export type ReadSecret = () => Promise<SecretValues>;

/**
 * Milliseconds for which the values of a secret are kept. A command that changes a secret waits twice as long before it
 * relies on the new value.
 */
export const SECRET_KEPT_MS = 60_000;

/**
 * Keeps the values of a secret for a minute. If they cannot be read again, goes on with the values that it has.
 *
 * @returns a reader, which throws if the secret cannot be read and no values are kept
 */
export const keptSecret = (read: ReadSecret, clock: Clock): ReadSecret => {
  let kept: { readonly values: SecretValues; readonly at: number } | undefined;
  return async () => {
    const now = epochOf(clock.now());
    if (kept !== undefined && Math.abs(now - kept.at) < SECRET_KEPT_MS) return kept.values;
    const before = kept;
    const values = await read().catch((error: unknown) => {
      if (before === undefined) throw error;
      return before.values;
    });
    kept = { values, at: now };
    return values;
  };
};
