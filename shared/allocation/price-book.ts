import type { Certificate } from './allocation.ts';
import type { Applicant, Claim, EligiblePair, Host } from './claim.ts';
import { drawLots, pairHash } from './draw.ts';
import type { Instance } from './instance.ts';

/** A value with three components, compared in order: priority by published order, points, hash. */
export type Worth = readonly [priority: number, cost: number, tieBreak: number];

export const ZERO_WORTH: Worth = [0, 0, 0];

export const compareWorth = (a: Worth, b: Worth): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Prices of a certificate by id. */
export interface PriceBook {
  readonly own: ReadonlyMap<string, Worth>;
  /** Net value of a pair to its learner at these prices; being unplaced is worth `NOTHING`. */
  readonly gain: (applicant: Applicant, pair: EligiblePair) => Worth;
}

export const readPrices = (instance: Instance, certificate: Certificate, claim: Claim): PriceBook => {
  const own = new Map(
    certificate.prices.map(({ id, priority, cost, tieBreak }): [string, Worth] => [
      id,
      [priority, cost, tieBreak],
    ]),
  );
  const lotOf = drawLots(instance.seed);
  const atHost = new Map<Host, { readonly total: Worth; readonly key: number }>();
  for (const host of claim.hosts.values()) {
    let [priority, cost, tieBreak] = ZERO_WORTH;
    for (const { id } of host.limiters) {
      const part = own.get(id) ?? ZERO_WORTH;
      priority += part[0];
      cost += part[1];
      tieBreak += part[2];
    }
    atHost.set(host, { total: [priority, cost, tieBreak], key: lotOf(host.id).key });
  }
  const edge = instance.worstBandOver ?? Number.POSITIVE_INFINITY;
  const gain = ({ weight, key }: Applicant, { host, cost }: EligiblePair): Worth => {
    const { total, key: hostKey } = atHost.get(host) ?? { total: ZERO_WORTH, key: 0 };
    const weighed = cost > edge ? cost + certificate.worstBandWeight : cost;
    return [weight - total[0], -weighed - total[1], -pairHash(key, hostKey) - total[2]];
  };
  return { own, gain };
};
