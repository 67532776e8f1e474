import * as z from 'zod';
import { accepted, refused, type Result } from '../kernel/result.ts';

/** A fault in an instance. `field` is a path such as `pairs[3].cost`. */
export interface InstanceTrouble {
  readonly field: string;
  readonly problem: string;
}

const id = z.string().min(1).max(200);
const whole = z.int().min(0);

const notDecreasing = (penalties: readonly number[]): boolean =>
  penalties.every((penalty, index) => penalty >= (penalties[index - 1] ?? 0));

const learner = z.strictObject({ id, priority: z.int() });

const practitioner = z.strictObject({
  id,
  group: id.optional(),
  capacity: whole,
  /** Points for the first, second, … learner; the last entry applies to all further learners. */
  loadPenalty: z
    .array(whole)
    .refine(notDecreasing, 'must not decrease: each further learner costs at least as much as the one before')
    .optional(),
});

const group = z.strictObject({ id, parent: id.optional(), quota: whole });
const pair = z.strictObject({ learner: id, practitioner: id, cost: whole });
const limit = z.strictObject({ id, quota: whole, practitioners: z.array(id) });
const pinnedPair = z.strictObject({ learner: id, practitioner: id });

export const instanceSchema = z.strictObject({
  seed: z.string().min(1).max(1000),
  learners: z.array(learner),
  practitioners: z.array(practitioner),
  groups: z.array(group).default([]),
  pairs: z.array(pair),
  limits: z.array(limit).default([]),
  pinned: z.array(pinnedPair).default([]),
  worstBandOver: whole.optional(),
});

/** One intake: learners, practitioners, eligible pairs with their cost in points, and quotas. */
export type Instance = z.infer<typeof instanceSchema>;

/** Formats a path: `['pairs', 3, 'cost']` → `pairs[3].cost`. */
const written = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'instance';

const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a whole number',
  string: 'text',
  array: 'a list',
  object: 'an object',
};

const worded = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'unrecognized_keys')
    return `has a field that is not known: ${JSON.stringify(issue.keys[0])}`;
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'must not be empty' : `must be ${String(issue.minimum)} or more`;
  if (issue.code === 'too_big')
    return `must be at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}`;
  return issue.message;
};

/**
 * Parses an instance from untrusted input. Checks its shape only; `buildNetwork`, called by `allocate`,
 * checks that ids exist and quotas nest.
 * @returns the instance, or a refusal that names the first fault
 */
export const parseInstance = (value: unknown): Result<Instance, InstanceTrouble> => {
  const parsed = instanceSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return accepted(parsed.data);
  const issue = parsed.error.issues[0];
  if (issue === undefined) return refused({ field: 'instance', problem: 'is not an instance' });
  return refused({ field: written(issue.path), problem: worded(issue) });
};
