import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Problem } from './http-message.ts';

const MOST_FIELDS = 1_000;

export type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * Groups values by name. The result has no prototype, so that a lookup with an untrusted name finds only
 * fields.
 */
const fieldsOf = (entries: Iterable<readonly [string, string]>): Fields => {
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
  if (pairs.length > MOST_FIELDS)
    return refused({
      status: 400,
      code: 'form-too-many-fields',
      title: `The form contains more than ${MOST_FIELDS} fields`,
    });
  try {
    return accepted(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decoded(name), decoded(value.join('='))] as const;
      }),
    );
  } catch {
    // A stray "%" or invalid UTF-8, which browsers never send.
    return refused({ status: 400, code: 'form-not-readable', title: 'We cannot read this form' });
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
    return refused({
      status: 400,
      code: 'form-name-not-allowed',
      title: 'The form contains a field that is not allowed',
    });
  return accepted(fieldsOf(entries.value));
};
