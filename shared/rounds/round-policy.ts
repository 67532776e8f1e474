import * as z from 'zod';
import { placeIds } from '../geography/places.ts';
import { policy } from '../matching/policy.ts';

const weight = z.strictObject({ value: z.int().min(0), reason: z.string().min(1) });

const pairsSchema = z.strictObject({
  version: z.string().min(1),
  travelMinute: weight,
  minutesTenMiles: weight,
  partlyRemote: weight,
  otherPlace: weight,
  listedArea: weight,
  relatedArea: weight,
  looserRelation: weight,
  otherSetting: weight,
  daysWanted: weight,
  missingDay: weight,
  reciprocity: weight,
  reciprocityCap: weight,
  load: z.strictObject({ values: z.tuple([z.int().min(0)], z.int().min(0)), reason: z.string().min(1) }),
  unconfirmedDays: weight,
  longUnconfirmed: weight,
  staleDays: weight,
  remitFromExperience: weight,
  remitToLearn: weight,
  pressureCap: weight,
  acceptProvisional: z.strictObject({ value: z.boolean(), reason: z.string().min(1) }),
});

const bands = z.strictObject({ values: z.array(z.int().min(0)), reason: z.string().min(1) });
const quota = z.strictObject({ value: z.int().min(0), reason: z.string().min(1) });

const quotasSchema = z.strictObject({
  /** The most learners that a round places at all. */
  system: quota.optional(),
  places: z.partialRecord(z.enum(placeIds), quota),
  /** By organisation's id. */
  organisations: z.record(z.string(), quota),
});

const fields = {
  version: z.string().min(1),
  pairs: pairsSchema,
  quotas: quotasSchema,
  /** Days until a DPP must be named, rising: who is within the first goes before who is within the second. */
  signOffBands: bands,
  /** Days of waiting, falling: who waits at least the first goes before who waits at least the second. */
  waitingBands: bands,
  /** Added to another seat's pair when that person works in another place than the one who signs off. */
  apartFromSignOff: weight,
  /** Pairs over this many points are the worst band: as few as possible before the sum of costs counts. */
  worstBandOver: weight.optional(),
};

export const roundPolicySchema = z.strictObject(fields);
/** Everything that decides a round beside the facts: the pairs' weights, quotas, and the published order. */
export type RoundPolicy = z.infer<typeof roundPolicySchema>;

/** The policy in force for rounds: no quotas until the programme team agrees some. */
export const roundPolicy: RoundPolicy = {
  version: `${policy.version}-r1`,
  pairs: { ...policy, load: { ...policy.load, values: [...policy.load.values] } },
  quotas: { places: {}, organisations: {} },
  signOffBands: {
    values: [28, 56, 84],
    reason: 'Four, eight and twelve weeks: who must name a DPP soonest has the fewest other chances.',
  },
  waitingBands: { values: [60, 30], reason: 'Months, not days: asking a day earlier should not decide.' },
  apartFromSignOff: {
    value: 400,
    reason: 'Same place first: a team that works together meets; outweighs 40 minutes of travel.',
  },
};

/** A policy file may leave out what stays as it is. */
const policyFileSchema = z
  .strictObject({ ...fields, pairs: pairsSchema.partial() })
  .partial()
  .required({
    version: true,
  });

/** A policy file over the policy in force → the whole policy that it means. Throws nothing: zod's result. */
export const readPolicyFile = (file: unknown): z.ZodSafeParseResult<RoundPolicy> =>
  policyFileSchema
    .transform(({ pairs = {}, ...rest }): unknown => ({
      ...roundPolicy,
      ...rest,
      pairs: { ...roundPolicy.pairs, ...pairs },
    }))
    .pipe(roundPolicySchema)
    .safeParse(file);
