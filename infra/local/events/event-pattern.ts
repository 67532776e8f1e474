import * as z from 'zod';

const anyObject = z.record(z.string(), z.unknown());
const prefix = z.strictObject({ prefix: z.string() });
const exists = z.strictObject({ exists: z.boolean() });
const anythingBut = z.strictObject({
  'anything-but': z.union([z.string(), z.number(), z.array(z.unknown())]),
});

const fits = (rule: unknown, value: unknown): boolean => {
  if (typeof rule !== 'object' || rule === null) return rule === value;
  const byExists = exists.safeParse(rule);
  if (byExists.success) return byExists.data.exists === (value !== undefined);
  const byPrefix = prefix.safeParse(rule);
  if (byPrefix.success) return typeof value === 'string' && value.startsWith(byPrefix.data.prefix);
  const byOther = anythingBut.safeParse(rule);
  if (byOther.success) return value !== undefined && ![byOther.data['anything-but']].flat().includes(value);
  throw new Error(`the local runner does not know this rule of a pattern: ${JSON.stringify(rule)}`);
};

/**
 * Whether an event matches a pattern, by the rules of EventBridge and Lambda filters: every key of the
 * pattern must match, a list in the pattern means "one of these", and a list in the event matches if one of
 * its members does.
 * @throws for a kind of pattern that our stacks do not use
 */
export const matchesPattern = (pattern: unknown, event: unknown): boolean =>
  Object.entries(anyObject.parse(pattern)).every(([key, rule]) => {
    const value = anyObject.safeParse(event).data?.[key];
    if (!Array.isArray(rule)) return matchesPattern(rule, value ?? {});
    const candidates: readonly unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
    return rule.some((one) => candidates.some((candidate) => fits(one, candidate)));
  });
