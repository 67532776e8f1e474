import type * as z from 'zod';
import { mistake } from './check-report.ts';

export type Read<Value> = { readonly value: Value } | { readonly mistakes: readonly string[] };

/** Reads a JSON file of a folder; a file that is not JSON is one mistake. */
export const readJson = (file: string, text: string): Read<unknown> => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { mistakes: [mistake(file, '', `is not JSON: ${error instanceof Error ? error.message : ''}`)] };
  }
};

/**
 * Reads a JSON file of a folder by its schema; each issue is a mistake.
 * @param nameOf names the part of the file that an issue is about
 */
export const readChecked = <Value>(
  file: string,
  text: string,
  schema: z.ZodType<Value>,
  nameOf: (json: unknown, path: readonly PropertyKey[]) => string = (_, path) => path.join(', '),
): Read<Value> => {
  const json = readJson(file, text);
  if ('mistakes' in json) return json;
  const read = schema.safeParse(json.value);
  return read.success
    ? { value: read.data }
    : {
        mistakes: read.error.issues.map(({ path, message }) =>
          mistake(file, nameOf(json.value, path), message),
        ),
      };
};
