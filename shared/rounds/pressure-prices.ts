import type { Allocation } from '../allocation/allocation.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { StageInstance } from './round-instance.ts';

/** A number below which half of the values lie; the lower of the two in the middle of an even number. */
const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/**
 * A solved stage → how scarce each practitioner was: what one more of their places would have been worth, in points,
 * beyond their own marginal load (the judge charges that itself). A place for which a learner went without is worth
 * the cap.
 */
export const pressureOfStage = (
  { instance, hosts }: StageInstance,
  { assignments, certificate }: Allocation,
  { pairs }: RoundPolicy,
): Record<string, number> => {
  const cap = pairs.pressureCap.value;
  const prices = new Map(certificate.prices.map((price) => [price.id, price]));
  const parents = new Map(instance.groups.map(({ id, parent }) => [id, parent]));
  const loads = new Map<string, number>();
  for (const { practitioner } of assignments) loads.set(practitioner, (loads.get(practitioner) ?? 0) + 1);
  const limits = instance.limits.filter(({ id }) => prices.has(id));
  const highest = new Map<string, number>();
  for (const { id, group, capacity, loadPenalty = [] } of instance.practitioners) {
    const load = loads.get(id) ?? 0;
    const own = load > 0 && load >= capacity ? load - 1 : load;
    const penalty = loadPenalty[Math.min(own, loadPenalty.length - 1)] ?? 0;
    const above = limits.filter(({ practitioners }) => practitioners.includes(id)).map((limit) => limit.id);
    for (let over = group; over !== undefined; over = parents.get(over)) above.push(over);
    const met = [id, ...above].flatMap((name) => prices.get(name) ?? []);
    const worth = met.reduce((sum, { cost }) => sum + cost, 0);
    const price = met.some(({ priority }) => priority > 0)
      ? cap
      : Math.min(cap, Math.max(0, worth - penalty));
    const host = hosts.get(id) ?? id;
    if (price > (highest.get(host) ?? 0)) highest.set(host, price);
  }
  return Object.fromEntries([...highest].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Prices of recent rounds, who is not named cost nothing → the median of each practitioner; only above nothing. */
export const medianPrices = (rounds: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const everybody = new Set(rounds.flatMap((prices) => Object.keys(prices)));
  return Object.fromEntries(
    [...everybody]
      .toSorted()
      .map((id): [string, number] => [id, medianOf(rounds.map((prices) => prices[id] ?? 0))])
      .filter(([, price]) => price > 0),
  );
};
