import type { Allocation } from '../allocation/allocation.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { StageInstance } from './round-instance.ts';

/** Median; for an even count, the lower of the two middle values. */
const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/**
 * Returns the pressure price of each practitioner in a solved stage. The price is the value of one more
 * place, in points, and so measures how scarce the practitioner's places were. It leaves out the
 * practitioner's own load penalty, which the judge adds. It equals the cap if a learner stayed unplaced for
 * lack of such a place.
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

/**
 * Median price of each practitioner over recent rounds; a round without a price counts as 0. Zero medians are
 * left out.
 */
export const medianPrices = (rounds: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const everybody = new Set(rounds.flatMap((prices) => Object.keys(prices)));
  return Object.fromEntries(
    [...everybody]
      .toSorted()
      .map((id): [string, number] => [id, medianOf(rounds.map((prices) => prices[id] ?? 0))])
      .filter(([, price]) => price > 0),
  );
};
