import * as z from 'zod';

/** Treatment of keys that a schema does not name: kept in the parsed value, or dropped from it. */
type Fate = 'kept' | 'dropped';

/** Schemas without an inner schema: nothing in them can hold an unknown key. */
const leaves: ReadonlySet<string> = new Set([
  'any',
  'bigint',
  'boolean',
  'custom',
  'date',
  'enum',
  'literal',
  'never',
  'null',
  'number',
  'string',
  'template_literal',
  'transform',
  'undefined',
  'unknown',
]);

/** Rebuilds the inner schemas of a schema that has any. */
const rebuiltParts = (schema: z.core.$ZodType, fate: Fate): object => {
  const rebuilt = (inner: z.core.$ZodType): z.core.$ZodType => withUnknownKeys(inner, fate);
  if (schema instanceof z.ZodObject) {
    const shape: z.core.$ZodShape = schema.shape;
    return {
      shape: Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, rebuilt(inner)])),
      catchall: fate === 'kept' ? z.unknown() : undefined,
    };
  }
  if (schema instanceof z.ZodArray) return { element: rebuilt(schema.def.element) };
  if (schema instanceof z.ZodUnion) return { options: schema.def.options.map(rebuilt) };
  if (schema instanceof z.ZodRecord) return { valueType: rebuilt(schema.def.valueType) };
  if (schema instanceof z.ZodTuple)
    return {
      items: schema.def.items.map(rebuilt),
      rest: schema.def.rest === null ? null : rebuilt(schema.def.rest),
    };
  if (schema instanceof z.ZodPipe) return { in: rebuilt(schema.def.in), out: rebuilt(schema.def.out) };
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return { innerType: rebuilt(schema.def.innerType) };
  throw new Error(`cannot rebuild a schema of type ${schema._zod.def.type}`);
};

/**
 * Rebuilds a schema so that objects at every depth keep, or drop, the keys that the schema does not name.
 * Everything else is checked as before.
 * @returns a schema of the same type; the one passed in is not changed
 * @throws for a type of schema that this function does not know, so that no schema remains strict unnoticed
 */
export const withUnknownKeys = <Schema extends z.core.$ZodType>(schema: Schema, fate: Fate): Schema =>
  leaves.has(schema._zod.def.type)
    ? schema
    : z.clone(schema, Object.assign({}, schema._zod.def, rebuiltParts(schema, fate)));
