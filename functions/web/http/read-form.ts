import { bodyLimits } from '../../../shared/contracts/body-limits.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';

export type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * Groups values by name. The result has no prototype, so that a lookup with an untrusted name finds only
 * fields.
 */
export const fieldsOf = (entries: Iterable<readonly [string, string]>): Fields => {
  const found = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const values = found.get(name);
    if (values === undefined) found.set(name, [value]);
    else values.push(value);
  }
  const fields = Object.fromEntries(found);
  Object.setPrototypeOf(fields, null);
  return fields;
};

/** Parses a query string leniently, because people edit URLs by hand. */
export const readQuery = (text: string): Fields => fieldsOf(new URLSearchParams(text));

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

const entriesOf = (text: string): Result<readonly (readonly [string, string])[], Problem> => {
  const pairs = text.split('&').filter((pair) => pair !== '');
  if (pairs.length > bodyLimits.fields) return refused(problemOf('form-too-many-fields'));
  try {
    return accepted(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decoded(name), decoded(value.join('='))] as const;
      }),
    );
  } catch {
    // The text contains a stray "%" or invalid UTF-8, which browsers never send.
    return refused(problemOf('form-not-readable'));
  }
};

/**
 * Parses a form (`application/x-www-form-urlencoded`).
 * @returns its fields, or the problem (400)
 */
export const readForm = (text: string): Result<Fields, Problem> => {
  const entries = entriesOf(text);
  if (!entries.ok) return entries;
  if (entries.value.some(([name]) => name === '__proto__'))
    return refused(problemOf('form-name-not-allowed'));
  return accepted(fieldsOf(entries.value));
};
