import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { withUnknownKeys } from '../../../shared/kernel/unknown-keys.ts';

const inner = z.strictObject({ id: z.string() });
const known = { id: 'a' };
const grown = { id: 'a', added: { by: ['a later version'] } };

const nested = {
  'an object': [inner, (value: unknown) => value],
  'a list': [z.array(inner), (value: unknown) => [value, value]],
  'a record': [z.record(z.string(), inner), (value: unknown) => ({ any: value })],
  'a tuple': [z.tuple([z.number(), inner]), (value: unknown) => [1, value]],
  'a tuple with a rest': [z.tuple([z.number()], inner), (value: unknown) => [1, value, value]],
  'a union': [z.union([z.string(), inner]), (value: unknown) => value],
  'an optional field': [z.strictObject({ one: inner.optional() }), (value: unknown) => ({ one: value })],
  'an exactly optional field': [
    z.strictObject({ one: inner.exactOptional() }),
    (value: unknown) => ({ one: value }),
  ],
  'a nullable field': [z.strictObject({ one: inner.nullable() }), (value: unknown) => ({ one: value })],
  'a field with a default': [
    z.strictObject({ one: inner.default({ id: 'b' }) }),
    (value: unknown) => ({ one: value }),
  ],
  'a read-only field': [z.strictObject({ one: inner.readonly() }), (value: unknown) => ({ one: value })],
  'a piped schema': [z.pipe(inner, z.looseObject({ id: z.string() })), (value: unknown) => value],
  'an extended object': [
    inner.extend({ more: z.array(inner) }),
    (value: unknown) => ({ id: 'b', more: [value] }),
  ],
  'a variant of a discriminated union': [
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('old'), was: inner }),
      z.strictObject({ state: z.enum(['new', 'newer']), is: inner }),
    ]),
    (value: unknown) => ({ state: 'newer', is: value }),
  ],
} satisfies Record<string, [z.ZodType, (value: unknown) => unknown]>;

describe.each(Object.entries(nested))('in %s', (_name, [schema, holding]) => {
  test('an unknown key is refused by the strict schema, and kept or dropped by the rebuilt one', () => {
    expect(schema.safeParse(holding(grown)).success).toBe(false);
    expect(withUnknownKeys(schema, 'kept').parse(holding(grown))).toStrictEqual(holding(grown));
    expect(withUnknownKeys(schema, 'dropped').parse(holding(grown))).toStrictEqual(holding(known));
  });
  test('a value of another type is still refused', () => {
    expect(withUnknownKeys(schema, 'kept').safeParse(holding({ id: 7 })).success).toBe(false);
    expect(withUnknownKeys(schema, 'dropped').safeParse(holding({ id: 7 })).success).toBe(false);
  });
});

test('a missing field is still refused', () => {
  expect(withUnknownKeys(inner, 'kept').safeParse({ added: 1 }).success).toBe(false);
});

test('the discriminator of a union is still checked', () => {
  const union = z.discriminatedUnion('state', [z.strictObject({ state: z.literal('a') })]);
  expect(withUnknownKeys(union, 'kept').safeParse({ state: 'b' }).success).toBe(false);
});

test('checks and transforms stay', () => {
  const checked = z
    .strictObject({ from: z.number().min(1), to: z.number() })
    .refine(({ from, to }) => from <= to)
    .transform(({ from, to }) => ({ length: to - from }));
  const loose = withUnknownKeys(checked, 'kept');
  expect(loose.parse({ from: 1, to: 3, added: true })).toEqual({ length: 2 });
  expect(loose.safeParse({ from: 0, to: 3 }).success).toBe(false);
  expect(loose.safeParse({ from: 4, to: 3 }).success).toBe(false);
});

test('the schema that is passed in stays as it is', () => {
  withUnknownKeys(inner, 'kept').parse(grown);
  expect(inner.safeParse(grown).success).toBe(false);
});

test('a type of schema that is not known is an error, not a schema that stays strict', () => {
  expect(() => withUnknownKeys(z.map(z.string(), inner), 'kept')).toThrow('of type map');
});
