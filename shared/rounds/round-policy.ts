import * as z from 'zod';
import type { Geography } from '../geography/geography.ts';
import { policy, policyOf, policySchema } from '../matching/policy.ts';
import type { ServiceSystem } from '../systems/service-system.ts';

const weight = z.strictObject({ value: z.int().min(0), reason: z.string().min(1) });

const bands = z.strictObject({ values: z.array(z.int().min(0)), reason: z.string().min(1) });
const quota = z.strictObject({ value: z.int().min(0), reason: z.string().min(1) });

const quotasSchema = z.strictObject({
  /** Maximum learners that a round places in all. */
  system: quota.optional(),
  places: z.record(z.string(), quota),
  /** Quotas by id of an organisation or of an employer. */
  organisations: z.record(z.string(), quota),
});

const fields = {
  version: z.string().min(1),
  pairs: policySchema,
  quotas: quotasSchema,
  /**
   * Limits of the bands, in days until a DPP must be named, ascending. A learner in an earlier band comes first.
   */
  signOffBands: bands,
  /** Limits of the bands, in days of waiting, descending. A learner in an earlier band comes first. */
  waitingBands: bands,
  /** Points added for a team member whose place differs from that of the person who signs off. */
  apartFromSignOff: weight,
  /**
   * Points above which a pair is in the worst band. The number of such pairs is minimised before the sum of
   * costs.
   */
  worstBandOver: weight.optional(),
};

export const roundPolicySchema = z.strictObject(fields);
/** Everything that decides a round apart from its data: weights of pairs, quotas, and the published order. */
export type RoundPolicy = z.infer<typeof roundPolicySchema>;

/** The common policy for rounds. It has no quotas until the programme team agrees some. */
export const roundPolicy: RoundPolicy = {
  version: `${policy.version}-r1`,
  pairs: policy,
  quotas: { places: {}, organisations: {} },
  signOffBands: {
    values: [28, 56, 84],
    reason: '4, 8 and 12 weeks: learners who must name a DPP soonest have the fewest other chances.',
  },
  waitingBands: {
    values: [60, 30],
    reason: 'Months rather than days, so that sending a request a day earlier makes no difference.',
  },
  apartFromSignOff: {
    value: 400,
    reason: 'A team in one place can meet in person. That is worth 40 minutes of travel.',
  },
};

/** A policy file contains only what differs from the current policy. */
const policyFileSchema = z.strictObject({
  ...z.strictObject({ ...fields, pairs: policySchema.partial() }).partial().shape,
  version: fields.version,
});

const writtenSchema = z.looseObject({ pairs: z.looseObject({}).optional() });

/** Applies what a file says, without the defaults that its schema adds. */
const applied = (file: unknown, base: RoundPolicy): unknown => {
  const { pairs, ...rest } = writtenSchema.parse(file);
  return { ...base, ...rest, pairs: { ...base.pairs, ...pairs } };
};

/**
 * Applies a policy file to a policy. Refuses quotas of places that the system does not have.
 * @returns zod's result with the complete policy; never throws
 */
export const readPolicyFile = (
  file: unknown,
  { places }: Pick<Geography, 'places'>,
  base: RoundPolicy,
): z.ZodSafeParseResult<RoundPolicy> =>
  policyFileSchema
    .transform((): unknown => applied(file, base))
    .pipe(roundPolicySchema)
    .superRefine(({ quotas }, context) => {
      const known = new Set(places.map(({ id }) => id));
      for (const id of Object.keys(quotas.places).filter((place) => !known.has(place)))
        context.addIssue({
          code: 'custom',
          path: ['quotas', 'places', id],
          message: 'the system has no such place',
        });
    })
    .safeParse(file);

/** Returns the policy for rounds of a system. @throws if the system's `policy.json` is not valid */
export const roundPolicyOf = (
  system: Pick<ServiceSystem, 'policy' | 'settings' | 'geography'>,
): RoundPolicy => {
  const pairs = policyOf(system);
  const base = { ...roundPolicy, pairs };
  const file =
    system.policy === undefined
      ? { success: true as const, data: base }
      : readPolicyFile(system.policy, system.geography, base);
  if (!file.success) throw file.error;
  return { ...file.data, pairs, version: `${pairs.version}-r1` };
};
