import type { Allocation } from './allocation.ts';
import { drawLots } from './draw.ts';
import type { Instance } from './instance.ts';

/** Something with limited places, as stated in the instance: a practitioner, a group or a limit. */
export interface Limiter {
  readonly id: string;
  readonly most: number;
  /** Learners whom the claimed allocation places under this limiter. */
  readonly placed: Applicant[];
  members: number;
}

export interface Host {
  readonly id: string;
  readonly penalties: readonly number[];
  /**
   * All limiters that count this practitioner's learners: first the practitioner, then the groups from the
   * innermost outwards, then the limits.
   */
  readonly limiters: readonly Limiter[];
}

export interface EligiblePair {
  readonly host: Host;
  readonly cost: number;
}

export interface Applicant {
  readonly id: string;
  /** Weight by the published order: n for the first learner, 1 for the last. */
  readonly weight: number;
  readonly key: number;
  readonly pairs: EligiblePair[];
  pinned: boolean;
  /** The pair that the claim assigns to this applicant; null if the applicant is unplaced. */
  held: EligiblePair | null;
}

/**
 * An instance and a claimed allocation, indexed by id. Built without the solver's code, so that verification
 * is independent.
 */
export interface Claim {
  readonly limiters: ReadonlyMap<string, Limiter>;
  readonly hosts: ReadonlyMap<string, Host>;
  readonly applicants: ReadonlyMap<string, Applicant>;
}

const groupsAbove = (instance: Instance, limiters: ReadonlyMap<string, Limiter>) => {
  const parentOf = new Map(instance.groups.map(({ id, parent }) => [id, parent]));
  return (group: string | undefined): Limiter[] => {
    const above: Limiter[] = [];
    for (let id = group; id !== undefined && above.length <= parentOf.size; id = parentOf.get(id)) {
      const limiter = limiters.get(id);
      if (limiter !== undefined) above.push(limiter);
    }
    return above;
  };
};

const readLimiters = (instance: Instance): Map<string, Limiter> =>
  new Map(
    [
      ...instance.practitioners.map(({ id, capacity }) => ({ id, most: capacity })),
      ...instance.groups.map(({ id, quota }) => ({ id, most: quota })),
      ...instance.limits.map(({ id, quota }) => ({ id, most: quota })),
    ].map(({ id, most }) => [id, { id, most, placed: [], members: 0 }]),
  );

const readHosts = (instance: Instance, limiters: ReadonlyMap<string, Limiter>): Map<string, Host> => {
  const limitsOf = new Map<string, Limiter[]>();
  for (const { id, practitioners } of instance.limits) {
    const limiter = limiters.get(id);
    if (limiter === undefined) continue;
    for (const name of practitioners) limitsOf.set(name, [...(limitsOf.get(name) ?? []), limiter]);
  }
  const above = groupsAbove(instance, limiters);
  return new Map(
    instance.practitioners.map(({ id, group, loadPenalty }) => {
      const own = limiters.get(id);
      const all = [...(own === undefined ? [] : [own]), ...above(group), ...(limitsOf.get(id) ?? [])];
      for (const limiter of all) limiter.members += 1;
      return [id, { id, penalties: loadPenalty ?? [], limiters: all }];
    }),
  );
};

const readApplicants = (instance: Instance, hosts: ReadonlyMap<string, Host>): Map<string, Applicant> => {
  const lotOf = drawLots(instance.seed);
  const drawn = instance.learners.map((learner) => ({ ...learner, ...lotOf(learner.id) }));
  drawn.sort((a, b) => a.priority - b.priority || a.lot - b.lot || (a.id < b.id ? -1 : 1));
  const applicants = new Map<string, Applicant>();
  for (const [place, { id, key }] of drawn.entries()) {
    applicants.set(id, { id, weight: drawn.length - place, key, pairs: [], pinned: false, held: null });
  }
  for (const { learner, practitioner, cost } of instance.pairs) {
    const host = hosts.get(practitioner);
    if (host !== undefined) applicants.get(learner)?.pairs.push({ host, cost });
  }
  for (const { learner } of instance.pinned) {
    const applicant = applicants.get(learner);
    if (applicant !== undefined) applicant.pinned = true;
  }
  return applicants;
};

/** Indexes the claim. Skips inconsistent assignments, which `verify` reports. */
export const readClaim = (instance: Instance, allocation: Allocation): Claim => {
  const limiters = readLimiters(instance);
  const hosts = readHosts(instance, limiters);
  const applicants = readApplicants(instance, hosts);
  for (const { learner, practitioner } of allocation.assignments) {
    const applicant = applicants.get(learner);
    const pair = applicant?.pairs.find(({ host }) => host.id === practitioner);
    if (applicant === undefined || pair === undefined || applicant.held !== null) continue;
    applicant.held = pair;
    for (const { placed } of pair.host.limiters) placed.push(applicant);
  }
  return { limiters, hosts, applicants };
};

/** Load penalty in points for the learner with this index (from 0) at a practitioner; 0 without penalties. */
export const penaltyAt = (host: Host, index: number): number =>
  host.penalties[Math.min(index, host.penalties.length - 1)] ?? 0;
