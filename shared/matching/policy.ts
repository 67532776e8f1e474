import * as z from 'zod';
import type { ServiceSystem } from '../systems/service-system.ts';
import { criteriaWeights } from './criteria/all.ts';
import { policyOverrides } from './requirements/policy-overrides.ts';
import { requirementWeights } from './requirements/all.ts';

/**
 * The numbers that decide how well a practitioner suits a learner, in points: 1 point is about 6 seconds of
 * travel. Each number is defined in the module of its criterion or requirement, with its reason. When a number
 * changes, `version` must change too; offers and rounds keep the version by which they were judged.
 */
export const policySchema = z.strictObject({
  version: z.string().min(1),
  ...criteriaWeights,
  ...requirementWeights,
});
export type Policy = z.infer<typeof policySchema>;

/** Version of the numbers that are defined here, by which a system without a policy of its own is matched. */
export const COMMON_VERSION = '2026-12.2';

// Parses without compiling the schema, because compiling it takes longer than parsing a few values.
const parse = (numbers: unknown): Policy => policySchema.parse(numbers, { jitless: true });

/** The common policy: placeholder values until the programme team sets them. */
export const policy: Policy = parse({ version: COMMON_VERSION });

/**
 * Returns the policy of a system: the common one with the numbers of its `policy.json` and its settings. Its version names
 * all three, so that it changes when one of them does.
 *
 * @throws if the system's numbers are not valid
 */
export const policyOf = (system: Pick<ServiceSystem, 'policy' | 'settings'>): Policy => {
  const { versions, numbers } = policyOverrides(system);
  return versions.length === 0
    ? policy
    : parse({ ...numbers, version: [COMMON_VERSION, ...versions].join('+') });
};
