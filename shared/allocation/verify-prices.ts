import type { Allocation } from './allocation.ts';
import { penaltyAt, type Claim, type Host } from './claim.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { compareWorth, ZERO_WORTH, readPrices } from './price-book.ts';

/**
 * Whether the worst band's weight exceeds the largest possible difference in points: the sum of all learners'
 * most expensive pairs plus all load penalties.
 */
const isWeightSufficient = ({ applicants, hosts }: Claim, weight: number): boolean => {
  const asked = new Map<Host, number>();
  let most = 0;
  for (const { pairs } of applicants.values()) {
    most += pairs.reduce((dearest, { cost }) => Math.max(dearest, cost), 0);
    for (const { host } of pairs) asked.set(host, (asked.get(host) ?? 0) + 1);
  }
  for (const host of hosts.values()) {
    const places = Math.min(host.limiters[0]?.most ?? 0, asked.get(host) ?? 0);
    for (let index = 0; index < places; index += 1) most += penaltyAt(host, index);
  }
  return weight > most;
};

/**
 * Checks the proof of optimality in one pass over the pairs:
 *
 * - The price of a group or limit is never negative, and it is zero unless the group or limit is full.
 * - The price of a practitioner is at least the load penalty of their last learner. Unless the practitioner
 *   is full, it is at most the penalty of the next learner.
 * - At these prices, every placed learner has their best pair, and no unplaced learner can afford a pair.
 *   Pinned learners are not checked.
 *
 * By linear programming duality, no other allocation is then better. Allocations are compared by the learners
 * placed (by the published order), then by points, then by hash.
 */
export const verifyPrices = (instance: Instance, allocation: Allocation, claim: Claim): InstanceTrouble[] => {
  const { worstBandWeight, prices } = allocation.certificate;
  const troubles: InstanceTrouble[] = [];
  const trouble = (field: string, problem: string): unknown => troubles.push({ field, problem });
  if (instance.worstBandOver !== undefined && !isWeightSufficient(claim, worstBandWeight)) {
    trouble('certificate.worstBandWeight', 'is too small to rank the worst band before the cost');
  }

  const { own, gain } = readPrices(instance, allocation.certificate, claim);
  for (const [index, { id }] of prices.entries()) {
    if (!claim.limiters.has(id)) trouble(`certificate.prices[${index}].id`, 'is unknown');
  }
  if (own.size < prices.length) trouble('certificate.prices', 'an id is given twice');
  for (const [id, { placed, most }] of claim.limiters) {
    const load = placed.length;
    const price = own.get(id) ?? ZERO_WORTH;
    const host = claim.hosts.get(id);
    // Load penalties apply to practitioners only, not to groups or limits.
    const last = load > 0 && host !== undefined ? penaltyAt(host, load - 1) : 0;
    const next = host === undefined ? 0 : penaltyAt(host, load);
    const tooLow = (load > 0 || host === undefined) && compareWorth(price, [0, last, 0]) < 0;
    const tooHigh = load < most && compareWorth(price, [0, next, 0]) > 0;
    if (tooLow || tooHigh)
      trouble('certificate.prices', `the price of ${JSON.stringify(id)} does not fit its load`);
  }
  for (const applicant of claim.applicants.values()) {
    if (applicant.pinned) continue;
    const { held } = applicant;
    const now = held === null ? ZERO_WORTH : gain(applicant, held);
    const tooDear = compareWorth(now, ZERO_WORTH) < 0;
    if (tooDear || applicant.pairs.some((pair) => compareWorth(gain(applicant, pair), now) > 0)) {
      trouble(
        'certificate.prices',
        `learner ${JSON.stringify(applicant.id)} could do better at these prices`,
      );
    }
  }
  return troubles;
};
