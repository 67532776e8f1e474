import * as z from 'zod';
import { type Instant, instantSchema } from '../../../shared/kernel/time.ts';

/** At least 32 letters, digits, "-" and "_", so that a header can carry the value. */
const valueSchema = z.string().regex(/^[\w-]{32,}$/u);

const storedSchema = z.strictObject({
  current: valueSchema,
  other: valueSchema.optional(),
  changedAt: instantSchema.optional(),
});

/** A secret as Secrets Manager holds it. Two values are valid while the secret is being changed. */
export interface StoredSecret {
  /** The value in use. */
  readonly current: string;
  /** The other valid value: the next one, or the one before. */
  readonly other?: string | undefined;
  /** Time at which `current` came into use. Missing until the secret is first changed. */
  readonly changedAt?: Instant | undefined;
}

/** The valid values of a secret, the one in use first. */
export type SecretValues = readonly [string, ...string[]];

/**
 * Parses the text of a secret: JSON, or the value itself, as some secrets are until they are first changed.
 * @throws Error without the text if it is neither
 */
export const parseSecret = (text: string): StoredSecret => {
  try {
    return storedSchema.parse(text.startsWith('{') ? JSON.parse(text) : { current: text });
  } catch {
    // Hides the cause, because an error of `JSON.parse` quotes the text.
    throw new Error('the secret does not have the form that this version reads');
  }
};

export const secretText = (secret: StoredSecret): string => JSON.stringify(storedSchema.parse(secret));

export const validValues = ({ current, other }: StoredSecret): SecretValues =>
  other === undefined ? [current] : [current, other];
