import * as z from 'zod';
import { type Instant, instantSchema } from '../../../shared/kernel/time.ts';

/** At least 32 letters, digits, "-" and "_", so that a header can carry the value. */
const valueSchema = z.string().regex(/^[\w-]{32,}$/u);

const storedSchema = z
  .strictObject({
    current: valueSchema,
    next: valueSchema.optional(),
    previous: valueSchema.optional(),
    changedAt: instantSchema.optional(),
  })
  .refine(({ next, previous }) => next === undefined || previous === undefined);

/** A secret as Secrets Manager holds it. At most two values are valid: two while the secret is being changed. */
export interface StoredSecret {
  /** The value in use. */
  readonly current: string;
  /** The value that will be in use when every function knows it. */
  readonly next?: string | undefined;
  /** The value that was in use before. */
  readonly previous?: string | undefined;
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

export const validValues = ({ current, next, previous }: StoredSecret): SecretValues => [
  current,
  ...(next === undefined ? [] : [next]),
  ...(previous === undefined ? [] : [previous]),
];
