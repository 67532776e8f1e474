import * as z from 'zod';
import { type WeighedQuery, weight } from '../query/weight.ts';
import { explained } from './criterion.ts';

export const pressureWeights = {
  /** The most points that a pressure price (scarcity in recent rounds) may add. */
  pressureCap: weight(
    120,
    'Keeps DPPs free for other learners who need them more. The limit is worth 12 minutes of travel, so that a much better fit still comes first.',
  ),
};

/** A part of the cost that only rankings add, because rounds account for scarcity themselves. */
export const pressure = explained({
  name: 'pressure',
  label: 'Other learners need this DPP more',
  facts: z.object({ price: z.number() }),
  toTeam: ({ price }) => [price === undefined ? undefined : 'scarce in recent rounds'],
});

/**
 * The practitioner's pressure price from recent rounds as a contribution; empty if the practitioner was not
 * scarce.
 */
export const pressureOf = (
  { context, policy }: Pick<WeighedQuery<typeof pressureWeights>, 'context' | 'policy'>,
  practitionerId: string,
) => {
  const price = Math.min(Math.round(context.prices[practitionerId] ?? 0), policy.pressureCap.value);
  return price > 0 ? [pressure.contribution(price, { price })] : [];
};
